package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.relay.RelayProducer;
import vn.dvk.spec.Backbone;

/**
 * A partition that comes up while requests for it are on their way must not take a later one first: it would refuse the
 * earlier one until that is given up (KAFKA-15591).
 */
class FreshTopicTest {

    /** With five requests on their way, most of the tries fail. */
    private static final int TRIES = 8;

    private static final int PARTITIONS = 50;

    private static final int RECORDS = 2_000;

    @Test
    void what_goes_to_a_topic_that_comes_up_meanwhile_keeps_its_order() throws Exception {
        var brokers = Backbone.kafkaBootstrap();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            for (var attempt = 0; attempt < TRIES; attempt++) {
                assertThat(offsets(brokers, admin))
                        .as("in the order in which they were sent")
                        .isEqualTo(IntStream.range(0, RECORDS).boxed().toList());
            }
        }
    }

    private static List<Integer> offsets(String brokers, Admin admin) throws ExecutionException, InterruptedException {
        var topic = "fresh-" + UUID.randomUUID();
        // The more partitions, the longer the broker answers for one that it does not have yet.
        var created = admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)));
        try (var producer = RelayProducer.create(brokers, Duration.ofSeconds(5))) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var i = 0; i < RECORDS; i++) {
                sent.add(producer.send(new ProducerRecord<>(topic, PARTITIONS - 1, null, new byte[1_000])));
            }
            var offsets = new ArrayList<Integer>();
            for (var one : sent) {
                offsets.add((int) one.get().offset());
            }
            created.all().get();
            return offsets;
        }
    }
}
