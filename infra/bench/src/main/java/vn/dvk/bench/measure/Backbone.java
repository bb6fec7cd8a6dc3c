package vn.dvk.bench.measure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.dvk.bench.Site;
import vn.dvk.kit.relay.RelayProducer;

/** Clients of the broker and the store, set as the services set theirs; both loops of a pair use the same. */
final class Backbone implements AutoCloseable {

    static final int PARTITIONS = 3;

    private final String bootstrap;
    private final MongoClient client;
    private final Admin admin;

    Backbone(Site site) {
        bootstrap = site.bootstrap();
        client = client(site.store());
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .timeout(30, TimeUnit.SECONDS)
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }

    /** A database of nobody else's. */
    MongoDatabase database() {
        return client.getDatabase("dvk_bench");
    }

    MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    String topic(String name) throws ExecutionException, InterruptedException {
        var topic = "dvk.bench-" + name + "-" + UUID.randomUUID().toString().substring(0, 8);
        admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)
                        .configs(Map.of("message.timestamp.type", "LogAppendTime"))))
                .all()
                .get();
        return topic;
    }

    void delete(String topic) throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(topic)).all().get();
    }

    /** How many records it has. */
    long records(String topic) throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (var partition = 0; partition < PARTITIONS; partition++) {
            asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return admin.listOffsets(asked).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    static Producer<byte[], byte[]> producer(String bootstrap) {
        return RelayProducer.create(bootstrap, Duration.ofSeconds(5));
    }

    Producer<byte[], byte[]> producer() {
        return producer(bootstrap);
    }

    static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String group, int most) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        most),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    KafkaConsumer<byte[], byte[]> consumer(int most) {
        return consumer(bootstrap, "bench-" + UUID.randomUUID(), most);
    }

    @Override
    public void close() {
        admin.close();
        client.close();
    }
}
