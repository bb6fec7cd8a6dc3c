package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.outcomes;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.types;
import static vn.dvk.awards.http.ReceivedEvents.amended;
import static vn.dvk.awards.http.ReceivedEvents.awaitDossier;
import static vn.dvk.awards.http.ReceivedEvents.registered;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.Topic;

class ReplicationRoundTest {

    @Test
    void a_model_from_outside_is_taken_up_by_a_unit_of_ours() {
        var source = Map.of(
                "name", "Dân vận khéo trong vận động hiến đất làm cầu",
                "from", "Tỉnh Bến Tre",
                "programme", ReceivedEvents.PROGRAMME,
                "field", "KT");
        var body =
                Map.of("source", source, "target", Map.of("unit", "HNA-KB-13"), "ownModel", false, "on", "2020-01-01");
        var proposed = SERVICE.as("OFFICER").post("/api/v1/replications", body);
        proposed.is(201);
        assertThat(proposed.json().at("/outside/from").asString()).isEqualTo("Tỉnh Bến Tre");
        var path = "/api/v1/replications/" + proposed.text("id");
        SERVICE.as("OFFICER")
                .post(path + "/application", Map.of("on", "2020-02-01"))
                .is(200);
        SERVICE.as("REVIEWER")
                .post(path + "/confirmation", Map.of("on", "2020-06-01"))
                .is(200);
        assertThat(types(published(proposed.text("model"), 3)))
                .containsExactly(
                        "vn.dvk.awards.replication-proposed.v1",
                        "vn.dvk.awards.replication-started.v1",
                        "vn.dvk.awards.model-replicated.v1");
        SERVICE.as("OFFICER")
                .post(
                        "/api/v1/replications",
                        Map.of("target", Map.of("unit", "HNA-KB-13"), "ownModel", false, "on", "2020-01-01"))
                .is(422, "source-needed")
                .fault("source", "source-needed");
    }

    @Test
    void a_model_is_proposed_applied_and_confirmed_at_a_place() {
        var model = registeredModel();
        var first = SERVICE.as("OFFICER").post("/api/v1/replications", proposal(model, "HNA-KB-13", false));
        first.is(201);
        assertThat(first.text("state")).isEqualTo("PROPOSED");
        var id = first.text("id");
        var again = SERVICE.as("OFFICER").post("/api/v1/replications", proposal(model, "HNA-KB-13", false));
        again.is(200);
        assertThat(again.text("id")).isEqualTo(id);

        SERVICE.as("REVIEWER")
                .post(path(id, "confirmation"), Map.of("on", "2020-11-06"))
                .is(409, "not-applying");
        assertThat(SERVICE.as("OFFICER")
                        .post(path(id, "application"), Map.of("on", "2019-11-01"))
                        .text("state"))
                .isEqualTo("APPLYING");
        var confirmed = SERVICE.as("REVIEWER")
                .post(path(id, "confirmation"), Map.of("on", "2020-11-06", "results", "Hài lòng 98%"));
        assertThat(confirmed.text("state")).isEqualTo("CONFIRMED");

        var published = published(model, 3);
        assertThat(published).allSatisfy(one -> assertThat(one.key()).isEqualTo(model));
        assertThat(types(published))
                .containsExactly(
                        "vn.dvk.awards.replication-proposed.v1",
                        "vn.dvk.awards.replication-started.v1",
                        "vn.dvk.awards.model-replicated.v1");
        assertThat(SERVICE.as("VIEWER").get("/api/v1/models/" + model).json().path("replications"))
                .hasSize(1);
        assertThat(SERVICE.as("VIEWER").get(path(id, "history")).json().path("items"))
                .hasSize(3);
    }

    @Test
    void a_replica_with_a_model_of_its_own_goes_round_through_registration() {
        var source = registeredModel();
        var id = SERVICE.as("OFFICER")
                .post("/api/v1/replications", proposal(source, "HNA-KB-14", true))
                .text("id");
        SERVICE.as("OFFICER").post(path(id, "application"), Map.of("on", "2019-11-01"));
        var started = published(source, 2).get(1);
        assertThat(Json.MAPPER.readTree(started.body()).path("ownModel").asBoolean())
                .isTrue();
        var early = SERVICE.as("REVIEWER").post(path(id, "confirmation"), Map.of("on", "2020-11-06"));
        early.is(409, "replica-not-registered");

        var replica = UUID.randomUUID().toString();
        Topic.publish(registered(replica, 1)
                .with("origin", "REPLICA")
                .with("replicaOf", source)
                .with("replication", id));
        await().until(() -> SERVICE.as("VIEWER")
                .get("/api/v1/replications/" + id)
                .text("replica")
                .equals(replica));
        awaitDossier(replica);
        SERVICE.as("REVIEWER")
                .post(path(id, "confirmation"), Map.of("on", "2020-11-06"))
                .is(200);
        var replicated = published(source, 3).get(2);
        assertThat(Json.MAPPER.readTree(replicated.body()).path("replica").asString())
                .isEqualTo(replica);
    }

    @Test
    void it_may_be_stopped_with_a_reason() {
        var model = registeredModel();
        var id = SERVICE.as("OFFICER")
                .post("/api/v1/replications", proposal(model, "HNA-KB-15", false))
                .text("id");
        var stop = Map.of("reason", "Chưa đủ điều kiện", "on", "2020-03-31");
        assertThat(SERVICE.as("OFFICER").post(path(id, "stop"), stop).text("state"))
                .isEqualTo("STOPPED");
        published(model, 2);
        SERVICE.as("OFFICER")
                .post(path(id, "application"), Map.of("on", "2020-04-01"))
                .is(200);
        SERVICE.as("OFFICER")
                .post(path(id, "stop"), Map.of("reason", "Chưa đủ điều kiện", "on", "2020-06-30"))
                .is(200);
        var again = SERVICE.as("OFFICER").post(path(id, "application"), Map.of("on", "2020-09-01"));
        assertThat(again.text("state")).isEqualTo("APPLYING");
        assertThat(again.json().path("spells")).hasSize(2);
        assertThat(types(published(model, 5)))
                .containsExactly(
                        "vn.dvk.awards.replication-proposed.v1",
                        "vn.dvk.awards.replication-stopped.v1",
                        "vn.dvk.awards.replication-started.v1",
                        "vn.dvk.awards.replication-stopped.v1",
                        "vn.dvk.awards.replication-started.v1");
        assertThat(published(model, 5).stream()
                        .map(one ->
                                Json.MAPPER.readTree(one.body()).path("again").asString("")))
                .containsExactly("", "", "false", "", "true");
        assertThat(applying(model, "2020-06-29")).isEqualTo(1);
        assertThat(applying(model, "2020-06-30"))
                .as("it was stopped, and is still told so")
                .isZero();
        assertThat(applying(model, "2020-09-01")).isEqualTo(1);
    }

    private static int applying(String model, String on) {
        return SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model + "/coverage?under=HNA-KB&on=" + on)
                .json()
                .path("applying")
                .asInt();
    }

    @Test
    void a_campaign_proposes_to_many_and_one_bad_row_stops_nobody() {
        var model = registeredModel();
        var body = new HashMap<>(proposal(model, "x", false));
        body.remove("target");
        body.put(
                "targets",
                List.of(
                        Map.of("unit", "HNA-KB-13"),
                        Map.of("unit", "KHONG-CO"),
                        Map.of("place", "Làng nghề Ba Sao"),
                        Map.of(),
                        Map.of("unit", "HNA-KB-13")));
        var answer = SERVICE.as("OFFICER").post("/api/v1/replications/bulk", body);
        answer.is(200);
        assertThat(outcomes(answer)).containsExactly("DONE", "REFUSED", "DONE", "REFUSED", "UNCHANGED");
        assertThat(answer.json().path("rows").path(2).path("target").asString()).isEqualTo("Làng nghề Ba Sao");
        published(model, 2);
        assertThat(outcomes(SERVICE.as("OFFICER").post("/api/v1/replications/bulk", body)))
                .containsExactly("UNCHANGED", "REFUSED", "UNCHANGED", "REFUSED", "UNCHANGED");
    }

    @Test
    void the_sources_own_unit_is_covered_as_well() {
        var model = registered(Map.of("unit", "HNA-KB-13"));
        var coverage = SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model + "/coverage?under=HNA-KB&on=2020-11-06")
                .json();
        assertThat(coverage.path("applying").asInt()).isZero();
        assertThat(coverage.path("source").asInt()).isEqualTo(1);
        assertThat(coverage.path("covered").asInt()).isEqualTo(1);
        assertThat(coverage.path("rate").asDouble()).isEqualTo(0.3333);
    }

    @Test
    void what_is_told_of_the_source_is_as_it_is_now() {
        var model = registeredModel();
        var id = SERVICE.as("OFFICER")
                .post("/api/v1/replications", proposal(model, "HNA-KB-13", false))
                .text("id");
        Topic.publish(amended(model, 3).with("name", "Tên đã sửa"));
        await().until(() ->
                SERVICE.as("VIEWER").get("/api/v1/models/" + model).text("name").equals("Tên đã sửa"));
        SERVICE.as("OFFICER").post(path(id, "application"), Map.of("on", "2019-11-01"));
        assertThat(Json.MAPPER
                        .readTree(published(model, 2).get(1).body())
                        .path("name")
                        .asString())
                .isEqualTo("Tên đã sửa");
    }

    @Test
    void a_target_must_be_a_unit_of_that_day_and_elsewhere() {
        var model = registeredModel();
        refused(proposal(model, "KHONG-CO", false), "unit-unknown", "target.unit");
        refused(proposal(model, "HNA-KB", false), "source-itself", "target");
        var late = proposal(model, "HNA-KB-13", false);
        late.put("on", "2025-07-01");
        refused(late, "unit-not-alive", "target.unit");
    }

    private void refused(Map<String, Object> body, String code, String field) {
        SERVICE.as("OFFICER").post("/api/v1/replications", body).is(422, code).fault(field, code);
    }

    @Test
    void what_nobody_knows_is_not_found() {
        SERVICE.as("OFFICER")
                .post("/api/v1/replications", proposal(UUID.randomUUID().toString(), "HNA-KB-13", false))
                .is(404, "not-known-yet");
        SERVICE.as("VIEWER").get("/api/v1/replications/unknown").is(404, "replication-unknown");
        SERVICE.as("OFFICER")
                .post(path("unknown", "application"), Map.of("on", "2020-01-01"))
                .is(404, "replication-unknown");
    }

    @Test
    void coverage_is_counted_on_a_day_against_the_units_of_that_day() {
        var model = registeredModel();
        for (var unit : new String[] {"HNA-KB-13", "HNA-KB-14"}) {
            var id = SERVICE.as("OFFICER")
                    .post("/api/v1/replications", proposal(model, unit, false))
                    .text("id");
            SERVICE.as("OFFICER").post(path(id, "application"), Map.of("on", "2019-11-01"));
            if (unit.equals("HNA-KB-13")) {
                SERVICE.as("REVIEWER").post(path(id, "confirmation"), Map.of("on", "2020-11-06"));
            }
        }
        var coverage = SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model + "/coverage?under=HNA-KB&on=2020-11-06")
                .json();
        assertThat(coverage.path("eligible").asInt()).isEqualTo(3);
        assertThat(coverage.path("applying").asInt()).isEqualTo(2);
        assertThat(coverage.path("confirmed").asInt()).isEqualTo(1);
        assertThat(coverage.path("rate").asDouble()).isEqualTo(0.6667);

        var now = SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model + "/coverage?under=HNA")
                .json();
        assertThat(now.path("eligible").asInt()).isZero();
        assertThat(now.path("ended").asInt()).isEqualTo(2);
        assertThat(now.has("rate")).isFalse();
        SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model + "/coverage?under=KHONG-CO")
                .is(404);
        SERVICE.as("VIEWER").get("/api/v1/models/" + model + "/coverage").is(400, "missing-parameter");
    }

    private static String path(String id, String step) {
        return "/api/v1/replications/" + id + "/" + step;
    }

    private static Map<String, Object> proposal(String model, String unit, boolean ownModel) {
        var body = new HashMap<String, Object>();
        body.put("model", model);
        body.put("target", Map.of("unit", unit));
        body.put("ownModel", ownModel);
        body.put("on", "2019-10-15");
        return body;
    }
}
