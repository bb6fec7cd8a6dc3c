package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
        elsewhere.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                Elsewhere.TOPIC, sent.partition(), "tombstone " + subject, null));
        elsewhere.happened(subject, 1);

        await().until(() -> Arrivals.of(SERVICE, subject).equals("1"));
        var letter = await().until(() -> deadLetters(subject), found -> found.size() == 1)
                .getFirst();
        assertThat(letter.value()).isEqualTo(nonsense.value());
        assertThat(letter.partition()).isEqualTo(sent.partition());
        assertThat(Topic.header(letter, "ce_type")).isEqualTo("half an envelope");
        assertThat(Topic.header(letter, "dvk_offset")).isEqualTo(String.valueOf(sent.offset()));
        assertThat(Topic.header(letter, "dvk_reason")).contains("is missing");
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
    void an_unknown_type_is_parked_seen_by_the_operator_retried_and_discarded() {
        elsewhere.publish(Elsewhere.event("vn.dvk.elsewhere.new.v2", subject, 1, ""));
        elsewhere.happened(subject, 2);
        var item = await().until(
                        () -> waiting(subject), found -> found.path("records").asInt() == 2);
        assertThat(item.path("why").asString()).isEqualTo("PARKED");
        assertThat(item.path("reason").asString()).contains("vn.dvk.elsewhere.new.v2");
        assertThat(item.path("source").asString()).isEqualTo("/dvk/elsewhere");
        assertThat(lag().path("parked").asLong()).isPositive();
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
