package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Tokens;
import vn.dvk.spec.Topic;

/** From the topics into documents, through the binder, and what an operator sees and does. */
class ReadingTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);

    private final Elsewhere elsewhere = new Elsewhere();
    private final String subject = UUID.randomUUID().toString();

    @AfterEach
    void stop() {
        elsewhere.close();
    }

    @Test
    void a_record_that_is_no_event_becomes_a_dead_letter_and_the_partition_goes_on() {
        var nonsense = Elsewhere.nonsense(subject, "nobody can read this");
        var sent = elsewhere.send(nonsense);
        elsewhere.send(new ProducerRecord<>(
                Elsewhere.TOPIC, sent.partition(), ("tombstone " + subject).getBytes(StandardCharsets.UTF_8), null));
        elsewhere.happened(subject, 1);

        await().until(() -> Arrivals.of(SERVICE, subject).equals("1"));
        var letter = await().until(() -> deadLetters(subject), found -> found.size() == 1)
                .getFirst();
        assertThat(letter.value()).isEqualTo(nonsense.value());
        assertThat(letter.partition()).isEqualTo(sent.partition());
        assertThat(Topic.header(letter, "ce_type")).isEqualTo("half an envelope");
        assertThat(Topic.header(letter, "dvk_offset")).isEqualTo(String.valueOf(sent.offset()));
        assertThat(Topic.header(letter, "dvk_reason")).contains("ce_specversion");
        await().until(() -> deadLetters("tombstone " + subject).size() == 1);
    }

    @Test
    void two_instances_share_the_work_and_apply_every_event_once_also_when_one_leaves() throws Exception {
        var subjects = IntStream.range(0, 12).mapToObj(i -> subject + i).toList();
        try (var first = RunningService.start(SampleService.class, "DVK_INSTANCE=1")) {
            try (var _ = first.another("DVK_INSTANCE=2")) {
                await().until(() -> membersWithWork(first.name()) == 2);
                publish(subjects, 1, 10);
                await().until(() -> subjects.stream()
                        .allMatch(one -> Arrivals.of(first, one).endsWith("10")));
                publish(subjects, 11, 15);
            }
            publish(subjects, 16, 20);

            await().untilAsserted(() -> assertThat(subjects)
                    .extracting(one -> Arrivals.of(first, one))
                    .containsOnly("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"));
        }
    }

    @Test
    void the_lag_is_what_the_broker_and_the_store_say() throws Exception {
        elsewhere.happened(subject, 1);
        await().until(() -> Arrivals.of(SERVICE, subject).equals("1"));
        await().until(() -> lag().path("lag").asLong() == 0);

        assertThat(lag().path("read").asLong()).isEqualTo(endOffsets());
        assertThat(lag().path("outbox").asLong()).isZero();
        assertThat(lag().path("consumers")).hasSize(2);
        assertThat(lag().path("service").asString()).startsWith("sample");
        await().untilAsserted(() -> assertThat(SERVICE.api()
                        .token(Tokens.ofMetrics())
                        .get("/actuator/prometheus")
                        .text())
                .containsPattern("dvk_consumer_lag\\{.*topic=\"dvk.registration.v1\".*} 0.0"));
    }

    @Test
    void an_unknown_type_waits_seen_by_the_operator_retried_and_discarded() {
        elsewhere.publish(Elsewhere.event("vn.dvk.elsewhere.new.v2", subject, 1, ""));
        elsewhere.happened(subject, 2);
        var item = await().until(
                        () -> waiting(subject), found -> found.path("events").asInt() == 2);
        assertThat(item.path("why").asString()).isEqualTo("UNKNOWN_TYPE");
        assertThat(item.path("reason").asString()).contains("vn.dvk.elsewhere.new.v2");
        assertThat(item.path("source").asString()).isEqualTo("/dvk/local/registration");
        assertThat(lag().path("waiting").asLong()).isPositive();
        var address = "/api/v1/operations/waiting/" + item.path("id").asString();

        act(address + "/retry", "{}").is(200);
        assertThat(waiting(subject).path("attempts").asInt())
                .isGreaterThan(item.path("attempts").asInt());
        act(address + "/discard", "{\"reason\":\" \"}").is(422, "invalid-fields");
        act(address + "/discard", "{\"reason\":\"thử nghiệm\"}").is(200);

        assertThat(Arrivals.of(SERVICE, subject)).isEqualTo("2");
        act(address + "/retry", "{}").is(404, "not-found");
        SERVICE.as("OFFICER@NA").get("/api/v1/operations/waiting").is(403);
        SERVICE.as("VIEWER").post(address + "/retry", "{}").is(403);
    }

    /** Everything that has been found to hold up a partition, and more of its kind. */
    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("no headers at all", (UnaryOperator<ProducerRecord<byte[], byte[]>>) record ->
                        new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value())),
                Arguments.of("a header twice", (UnaryOperator<ProducerRecord<byte[], byte[]>>) record -> {
                    record.headers().add("ce_id", bytes("another"));
                    return record;
                }),
                Arguments.of("a header that is null", (UnaryOperator<ProducerRecord<byte[], byte[]>>) record -> {
                    record.headers().remove("ce_subject");
                    record.headers().add("ce_subject", null);
                    return record;
                }),
                Arguments.of("another content type", (UnaryOperator<ProducerRecord<byte[], byte[]>>) record -> {
                    record.headers().remove("content-type");
                    record.headers().add("content-type", bytes("application/yaml"));
                    return record;
                }),
                Arguments.of("year 1", (UnaryOperator<ProducerRecord<byte[], byte[]>>) record -> {
                    record.headers().remove("ce_time");
                    record.headers().add("ce_time", bytes("0001-01-01T00:00:00Z"));
                    return record;
                }),
                Arguments.of("somebody else's source", (UnaryOperator<ProducerRecord<byte[], byte[]>>) record -> {
                    record.headers().remove("ce_source");
                    record.headers().add("ce_source", bytes("/dvk/local/awards"));
                    return record;
                }),
                Arguments.of("another installation's source", (UnaryOperator<ProducerRecord<byte[], byte[]>>)
                        record -> {
                            record.headers().remove("ce_source");
                            record.headers().add("ce_source", bytes("/dvk/thai-nguyen/registration"));
                            return record;
                        }),
                Arguments.of("a megabyte of junk", (UnaryOperator<ProducerRecord<byte[], byte[]>>)
                        record -> new ProducerRecord<>(record.topic(), null, record.key(), new byte[900_000])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void a_record_that_no_reader_can_take_is_found_as_it_came(
            String name, UnaryOperator<ProducerRecord<byte[], byte[]>> spoil) {
        var key = "poison " + subject;
        var whole = Elsewhere.record(Elsewhere.event(SampleService.HAPPENED, subject + "x", 1, ""));
        var spoilt = spoil.apply(new ProducerRecord<>(whole.topic(), null, bytes(key), whole.value(), whole.headers()));

        elsewhere.send(spoilt);
        elsewhere.happened(subject, 1);

        await().until(() -> Arrivals.of(SERVICE, subject).equals("1"));
        var letter = await().until(() -> deadLetters(key), found -> found.size() == 1)
                .getFirst();
        var original = List.of(spoilt.headers().toArray());
        assertThat(List.of(letter.headers().toArray()).subList(0, original.size()))
                .isEqualTo(original);
        assertThat(Topic.header(letter, "dvk_reason")).isNotBlank();
        if (spoilt.value().length <= 512 * 1024) {
            assertThat(letter.value()).isEqualTo(spoilt.value());
        } else {
            assertThat(letter.value()).as("it is found by its place").isNull();
        }
    }

    @Test
    void what_waits_can_be_retried_and_discarded_all_at_once() {
        for (var i = 0; i < 3; i++) {
            SampleService.TROUBLES.put(subject + i, () -> new IllegalStateException("broken"));
            elsewhere.happened(subject + i, 1);
        }
        await().until(() -> IntStream.range(0, 3)
                .allMatch(i -> waiting(subject + i).path("why").asString().equals("PARKED")));

        assertThat(act("/api/v1/operations/waiting/retry?why=PARKED&source=/dvk/local/registration", "{}")
                        .is(200)
                        .json()
                        .path("tried")
                        .asInt())
                .isGreaterThanOrEqualTo(3);
        act("/api/v1/operations/waiting/discard?source=/dvk/local/registration", "{\"reason\":\"thử nghiệm\"}")
                .is(200);

        assertThat(IntStream.range(0, 3).mapToObj(i -> waiting(subject + i))).allMatch(JsonNode::isMissingNode);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_gap_is_held_and_heals_by_itself() {
        elsewhere.happened(subject, 2);
        await().until(() -> waiting(subject).path("why").asString().equals("GAP"));
        elsewhere.happened(subject, 1);

        await().until(() -> Arrivals.of(SERVICE, subject).equals("1 2"));
        await().until(() -> waiting(subject).isMissingNode());
    }

    private void publish(List<String> subjects, int from, int to) {
        for (var position = from; position <= to; position++) {
            for (var one : subjects) {
                elsewhere.happened(one, position);
            }
        }
    }

    private static ApiResponse act(String address, String body) {
        return SERVICE.as("ADMINISTRATOR").post(address, body);
    }

    private static JsonNode lag() {
        return SERVICE.as("VIEWER").get("/api/v1/operations/lag").is(200).json();
    }

    private static JsonNode waiting(String subject) {
        for (var item : SERVICE.as("VIEWER")
                .get("/api/v1/operations/waiting")
                .is(200)
                .json()
                .path("items")) {
            if (item.path("subject").asString().equals(subject)) {
                return item;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** Those of the shared instance; other instances read the same topics. */
    private static List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        return Topic.deadLetters(Elsewhere.TOPIC)
                .records(record -> key.equals(record.key())
                        && Topic.header(record, "dvk_reader").equals(SERVICE.name()));
    }

    private static long membersWithWork(String group) throws Exception {
        try (var admin = admin()) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(one -> one.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }

    private static long endOffsets() throws Exception {
        try (var admin = admin()) {
            var partitions = List.of(Elsewhere.TOPIC, "dvk.awards.v1").stream()
                    .flatMap(topic -> IntStream.range(0, 3).mapToObj(partition -> new TopicPartition(topic, partition)))
                    .collect(java.util.stream.Collectors.toMap(one -> one, _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(one -> one.offset())
                    .sum();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Backbone.kafkaBootstrap()));
    }
}
