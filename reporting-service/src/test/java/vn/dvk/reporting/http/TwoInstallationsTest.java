package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.dvk.reporting.ReportingApplication;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.SampleEvent.Origin;
import vn.dvk.spec.Topic;

/** A reader that follows a second installation, which calls its units and programmes as the own one does. */
class TwoInstallationsTest {

    private static final Origin THERE = new Origin("thai-nguyen", "thainguyen.");

    private static RunningService service;
    private static Reporting reporting;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ReportingApplication.class,
                "dvk.reporting.follows[0].installation=thai-nguyen",
                "dvk.reporting.follows[0].prefix=thainguyen");
        reporting = new Reporting(service);
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @Test
    void theSameCodesAreCountedApartAndTogether() {
        var programme = inBoth();
        var unit = programme + "-1";
        var own = List.of(model(programme, unit), model(programme, unit));
        // One has the very id of an own one, as where both have replayed the same case.
        var others = List.of(twin(own.getFirst(), programme, unit), model(programme, unit), model(programme, unit));
        own.forEach(reporting::publish);
        others.forEach(TwoInstallationsTest::publishThere);

        reporting.await("measure=registered&programme=" + programme, 2);
        reporting.await("measure=registered&programme=thai-nguyen:" + programme, 3);

        assertThat(reporting.count("measure=registered&unit=" + programme)).isEqualTo(2);
        assertThat(reporting.count("measure=registered&unit=thai-nguyen:" + programme))
                .isEqualTo(3);
        assertThat(reporting.count("measure=registered&installation=local&programme=" + programme))
                .isEqualTo(2);
        assertThat(reporting.count("measure=registered&installation=thai-nguyen&programme=" + programme))
                .isZero();
        assertThat(reporting.count("measure=units-registering&programme=thai-nguyen:" + programme))
                .isEqualTo(1);

        var apart = counts("measure=registered&by=installation");
        assertThat(apart.path("installations")).extracting(JsonNode::asString).containsExactly("local", "thai-nguyen");
        var there = reporting.count("measure=registered&installation=thai-nguyen");
        var here = reporting.count("measure=registered&installation=local");
        assertThat(group(apart, "local")).isEqualTo(here);
        assertThat(group(apart, "thai-nguyen")).isEqualTo(there);
        assertThat(apart.path("total").asLong()).isEqualTo(here + there);
        assertThat(counts("measure=registered&unit=thai-nguyen:" + unit).path("installations"))
                .extracting(JsonNode::asString)
                .containsExactly("thai-nguyen");

        var rows = reporting
                .get("/api/v1/summary?programme=thai-nguyen:" + programme)
                .is(200)
                .json()
                .path("rows");
        assertThat(rows.valueStream()
                        .filter(row -> row.path("unit").asString().equals("thai-nguyen:" + unit))
                        .map(row -> row.at("/registered/total").asInt()))
                .containsExactly(3);
        var twin = others.getFirst();
        assertThat(card(twin.id()).at("/summary/unit").asString()).isEqualTo(unit);
        assertThat(card("thai-nguyen:" + twin.id()).at("/summary/unit").asString())
                .isEqualTo("thai-nguyen:" + unit);
    }

    private static JsonNode card(String id) {
        return reporting.get("/api/v1/cards/" + id).is(200).json();
    }

    @Test
    void whatIsNotTheTopicsOwnersIsADeadLetterAndARebuildDoesNotTakeItEither() {
        var programme = inBoth();
        var own = model(programme, programme + "-1");
        var other = model(programme, programme + "-1");
        reporting.publish(own);
        publishThere(other);
        var ours = forged(own, "/dvk/thai-nguyen/registration", "dvk.registration.v1");
        var theirs = forged(other, "/dvk/local/registration", "thainguyen.dvk.registration.v1");
        var service = forged(other, "/dvk/thai-nguyen/awards", "thainguyen.dvk.registration.v1");

        assertThat(reason("dvk.registration.v1", ours))
                .isEqualTo("the topic is /dvk/local/registration's, and the record says that it is from"
                        + " /dvk/thai-nguyen/registration");
        assertThat(reason("thainguyen.dvk.registration.v1", theirs))
                .isEqualTo("the topic is /dvk/thai-nguyen/registration's, and the record says that it is from"
                        + " /dvk/local/registration");
        assertThat(reason("thainguyen.dvk.registration.v1", service)).contains("from /dvk/thai-nguyen/awards");
        reporting.await("measure=registered&programme=" + programme, 1);
        reporting.await("measure=registered&programme=thai-nguyen:" + programme, 1);

        rebuild();

        assertThat(reporting.count("measure=registered&programme=" + programme)).isEqualTo(1);
        assertThat(reporting.count("measure=registered&programme=thai-nguyen:" + programme))
                .isEqualTo(1);
        assertThat(reporting.count("measure=withdrawn&programme=" + programme)).isZero();
        assertThat(reporting.count("measure=withdrawn&programme=thai-nguyen:" + programme))
                .isZero();
    }

    @Test
    void aHoleInAnothersStreamHoldsUpThatStreamOnly() {
        var programme = inBoth();
        var model = model(programme, programme + "-1").withdrawn("2024-05-01");
        var own = twin(model, programme, programme + "-1");
        Topic.publish(model.events().getLast().from(THERE));
        reporting.publish(own);

        reporting.await("measure=registered&programme=" + programme, 1);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(waiting()).contains("/dvk/thai-nguyen/registration thai-nguyen:" + model.id()));
        Topic.publish(model.events().getFirst().from(THERE));

        reporting.await("measure=withdrawn&programme=thai-nguyen:" + programme, 1);
        Awaitility.await().untilAsserted(() -> assertThat(waiting()).noneMatch(one -> one.contains(model.id())));
        assertThat(reporting.count("measure=withdrawn&programme=" + programme)).isZero();
    }

    @Test
    void anotherIsAskedForByItsNameOnly() {
        var problem = reporting
                .get("/api/v1/counts?measure=registered&installation=ha-giang")
                .is(400, "unknown-word")
                .json();

        assertThat(problem.path("detail").asString()).contains("ha-giang", "local, thai-nguyen");
    }

    /** A programme with a province and two districts, under the same codes in both. */
    private static String inBoth() {
        var programme = reporting.newProgramme();
        unitThere(programme, null);
        unitThere(programme + "-1", programme);
        unitThere(programme + "-2", programme);
        Topic.publish(SampleEvent.full("vn.dvk.directory.programme.v1")
                .from(THERE)
                .without("targets")
                .subject("programme:" + programme)
                .with("code", programme)
                .with("host", programme));
        Awaitility.await()
                .untilAsserted(() -> reporting
                        .get("/api/v1/summary?programme=thai-nguyen:" + programme)
                        .is(200));
        return programme;
    }

    private static void unitThere(String code, @Nullable String parent) {
        var open = JsonNodeFactory.instance.objectNode().putNull("from").putNull("to");
        Topic.publish(SampleEvent.full("vn.dvk.directory.unit.v1")
                .from(THERE)
                .subject("unit:" + code)
                .with("code", code)
                .with("kind", "DISTRICT")
                .with("names", List.of(open.deepCopy().put("name", "Đơn vị " + code)))
                .with(
                        "parents",
                        parent == null ? List.of() : List.of(open.deepCopy().put("unit", parent)))
                .with("validFrom", null)
                .with("validTo", null)
                .with("successions", List.of()));
    }

    private static Model model(String programme, String unit) {
        return reporting.newModel(programme, unit).registered("2024-03-01");
    }

    private static Model twin(Model model, String programme, String unit) {
        return new Model(model.id(), programme, model.now()).with("unit", unit).registered("2024-03-01");
    }

    private static void publishThere(Model model) {
        Topic.publish(model.events().stream().map(event -> event.from(THERE)).toList());
    }

    /** @return its id */
    private static String forged(Model model, String source, String topic) {
        var record = SampleEvent.full("vn.dvk.registration.model-withdrawn.v1")
                .about(model.id())
                .at(2)
                .record();
        var forged = new org.apache.kafka.clients.producer.ProducerRecord<>(topic, record.key(), record.value());
        var id = UUID.randomUUID().toString();
        record.headers().forEach(header -> forged.headers().add(header));
        forged.headers().remove("ce_source").add("ce_source", source.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        forged.headers().remove("ce_id").add("ce_id", id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Topic.send(forged);
        return id;
    }

    private static String reason(String topic, String id) {
        return Topic.deadLetters(topic).await(one -> isOurs(one, id), found -> !found.isEmpty()).stream()
                .map(one -> Topic.header(one, "dvk_reason"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOurs(ConsumerRecord<String, byte[]> record, String id) {
        return Topic.header(record, "ce_id").equals(id)
                && Topic.header(record, "dvk_reader").equals(service.name());
    }

    /** Compared with what is read: a difference would end it. */
    private static void rebuild() {
        var administrator = reporting.as("ADMINISTRATOR");
        var id = administrator
                .post("/api/v1/rebuilds", Map.of())
                .is(202)
                .json()
                .path("id")
                .asString();
        Awaitility.await().untilAsserted(() -> {
            var now = administrator.get("/api/v1/rebuilds/current").is(200).json();
            assertThat(now.path("id").asString()).isEqualTo(id);
            assertThat(now.path("state").asString()).as(now.toString()).isEqualTo("DONE");
        });
    }

    private static List<String> waiting() {
        return reporting
                .get("/api/v1/operations/waiting")
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("source").asString() + " "
                        + item.path("subject").asString())
                .toList();
    }

    private static JsonNode counts(String query) {
        return reporting.get("/api/v1/counts?" + query).is(200).json();
    }

    private static long group(JsonNode counts, String installation) {
        return counts.path("groups")
                .valueStream()
                .filter(group -> group.at("/key/installation").asString().equals(installation))
                .mapToLong(group -> group.path("count").asLong())
                .sum();
    }
}
