package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    private static final TopicPartition FIRST = new TopicPartition("dvk.registration.v1", 0);

    /** Spelled out here too: what is promised to subscribers does not change by changing a constant. */
    private static final Map<String, String> KEPT = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "message.timestamp.type", "LogAppendTime");

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_is_there_after_a_restart_on_the_same_ports() throws Exception {
        int port;
        try (var broker = Broker.start(folder)) {
            port = broker.port();
            Topics.LOCAL.create(broker.bootstrap(), _ -> {});
            send(broker, "one");
        }
        try (var broker = Broker.start(folder, port, 0)) {
            assertThat(broker.port()).isEqualTo(port);
            send(broker, "two");
            assertThat(read(broker, 2)).containsExactly("one", "two");
        }
    }

    @Test
    void several_that_create_the_topics_at_once_are_all_served() throws Exception {
        try (var broker = Broker.start(folder);
                var platforms = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 4)
                    .mapToObj(_ -> platforms.submit(() -> Topics.LOCAL.create(broker.bootstrap(), _ -> {})))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isNull();
            }
        }
    }

    @Test
    void topics_are_created_once_with_their_dead_letters_and_kept_for_ever() throws Exception {
        try (var broker = Broker.start(folder);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            Topics.LOCAL.create(broker.bootstrap(), _ -> {});
            Topics.LOCAL.create(broker.bootstrap(), _ -> {});

            var names = admin.listTopics().names().get();
            assertThat(names)
                    .contains("dvk.directory.v1", "dvk.directory.v1.dlt", "dvk.registration.v1", "dvk.evaluation.v1")
                    .contains("dvk.awards.v1", "dvk.awards.v1.dlt", "dvk.reporting.v1", "dvk.reporting.v1.dlt");
            assertThat(admin.describeTopics(List.of("dvk.awards.v1", "dvk.awards.v1.dlt"))
                            .allTopicNames()
                            .get())
                    .allSatisfy((_, topic) -> assertThat(topic.partitions()).hasSize(3));

            assertThat(kept(admin, names))
                    .hasSize(10)
                    .allSatisfy((_, kept) -> assertThat(kept).isEqualTo(KEPT));

            assertThatThrownBy(() -> new Topics(5, 1).create(broker.bootstrap(), _ -> {}))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("has 3 partitions where 5 are expected");
        }
    }

    @Test
    void topics_of_an_earlier_version_are_brought_up_to_date_and_keep_their_records() throws Exception {
        try (var broker = Broker.start(folder);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            var compacted = Map.of("cleanup.policy", "compact", "min.insync.replicas", "1");
            admin.createTopics(List.of(
                            new NewTopic("dvk.directory.v1", 3, (short) 1).configs(compacted),
                            new NewTopic(FIRST.topic(), 3, (short) 1).configs(Map.of("retention.ms", "60000"))))
                    .all()
                    .get();
            send(broker, "one");
            var said = new ArrayList<String>();
            Topics.LOCAL.create(broker.bootstrap(), said::add);

            assertThat(said)
                    .hasSize(2)
                    .anySatisfy(sentence -> assertThat(sentence)
                            .contains("Topic dvk.directory.v1 now has cleanup.policy=delete")
                            .contains("message.timestamp.type=LogAppendTime"));
            // The controller has it; the broker that answers learns it a moment later.
            await().untilAsserted(() -> assertThat(kept(admin, List.of("dvk.directory.v1", FIRST.topic())))
                    .allSatisfy((_, kept) -> assertThat(kept).isEqualTo(KEPT)));
            assertThat(read(broker, 1)).containsExactly("one");

            said.clear();
            Topics.LOCAL.create(broker.bootstrap(), said::add);
            assertThat(said).as("nothing is left to change").isEmpty();
        }
    }

    @Test
    void more_copies_than_brokers_are_not_made_and_that_is_said() {
        var said = new ArrayList<String>();
        try (var broker = Broker.start(folder)) {
            Topics.CLUSTER.create(broker.bootstrap(), said::add);
        }
        assertThat(said)
                .singleElement()
                .asString()
                .contains("The cluster has 1 broker(s), so topics get 1 copies instead of 3.");
    }

    @Test
    void a_taken_port_is_said_in_one_sentence() {
        try (var broker = Broker.start(folder)) {
            assertThatThrownBy(() -> Broker.start(folder.resolve("other"), broker.port(), 0))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("Port " + broker.port())
                    .hasMessageContaining("in use");
        }
    }

    private static Map<String, Map<String, String>> kept(Admin admin, Collection<String> topics) throws Exception {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var settings = new TreeMap<String, Map<String, String>>();
        admin.describeConfigs(resources)
                .all()
                .get()
                .forEach((topic, found) -> settings.put(
                        topic.name(),
                        found.entries().stream()
                                .filter(entry -> KEPT.containsKey(entry.name()))
                                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value))));
        return settings;
    }

    private static void send(Broker broker, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(FIRST.topic(), FIRST.partition(), "key", value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(Broker broker, int expected) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(FIRST));
            consumer.seekToBeginning(List.of(FIRST));
            var values = new ArrayList<String>();
            for (int poll = 0; poll < 30 && values.size() < expected; poll++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> values.add(message.value()));
            }
            return values;
        }
    }
}
