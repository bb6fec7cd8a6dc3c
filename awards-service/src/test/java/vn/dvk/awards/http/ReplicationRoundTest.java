package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplicationRoundTest extends AwardsTest {

    @Test
    void a_model_is_proposed_applied_and_confirmed_at_a_place() {
        var model = received.registeredModel();
        var first = api.post("OFFICER", "/api/v1/replications", proposal(model, "HNA-KB-13", false));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("state")).isEqualTo("PROPOSED");
        var id = first.text("id");
        var again = api.post("OFFICER", "/api/v1/replications", proposal(model, "HNA-KB-13", false));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(id);

        assertThat(api.post("REVIEWER", path(id, "confirmation"), Map.of("on", "2020-11-06"))
                        .code())
                .isEqualTo("not-applying");
        assertThat(api.post("OFFICER", path(id, "application"), Map.of("on", "2019-11-01"))
                        .text("state"))
                .isEqualTo("APPLYING");
        var confirmed =
                api.post("REVIEWER", path(id, "confirmation"), Map.of("on", "2020-11-06", "results", "Hài lòng 98%"));
        assertThat(confirmed.text("state")).isEqualTo("CONFIRMED");

        var published = LOG.published(id, 3);
        published.forEach(CONTRACTS::assertValid);
        assertThat(published).allSatisfy(one -> assertThat(one.key()).isEqualTo(model));
        assertThat(RecognitionTest.types(published))
                .containsExactly(
                        "vn.dvk.awards.replication-proposed.v1",
                        "vn.dvk.awards.replication-started.v1",
                        "vn.dvk.awards.model-replicated.v1");
        assertThat(api.get("VIEWER", "/api/v1/models/" + model).body().path("replications"))
                .hasSize(1);
        assertThat(api.get("VIEWER", path(id, "history")).body().path("items")).hasSize(3);
    }

    @Test
    void a_replica_with_a_model_of_its_own_goes_round_through_registration() {
        var source = received.registeredModel();
        var id = api.post("OFFICER", "/api/v1/replications", proposal(source, "HNA-KB-14", true))
                .text("id");
        api.post("OFFICER", path(id, "application"), Map.of("on", "2019-11-01"));
        var started = LOG.published(id, 2).get(1);
        assertThat(Api.JSON.readTree(started.body()).path("ownModel").asBoolean())
                .isTrue();
        var early = api.post("REVIEWER", path(id, "confirmation"), Map.of("on", "2020-11-06"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("replica-not-registered");

        var replica = UUID.randomUUID().toString();
        LOG.say(received.registered(
                replica,
                1,
                body -> body.put("origin", "REPLICA").put("replicaOf", source).put("replication", id)));
        await().atMost(Log.PATIENCE)
                .until(() -> api.get("VIEWER", "/api/v1/replications/" + id)
                        .text("replica")
                        .equals(replica));
        received.isHere(replica);
        assertThat(api.post("REVIEWER", path(id, "confirmation"), Map.of("on", "2020-11-06"))
                        .status())
                .isEqualTo(200);
        var replicated = LOG.published(id, 3).get(2);
        CONTRACTS.assertValid(replicated);
        assertThat(Api.JSON.readTree(replicated.body()).path("replica").asString())
                .isEqualTo(replica);
    }

    @Test
    void it_may_be_stopped_with_a_reason() {
        var model = received.registeredModel();
        var id = api.post("OFFICER", "/api/v1/replications", proposal(model, "HNA-KB-15", false))
                .text("id");
        var stop = Map.of("reason", "Chưa đủ điều kiện", "on", "2020-03-31");
        assertThat(api.post("OFFICER", path(id, "stop"), stop).text("state")).isEqualTo("STOPPED");
        LOG.published(id, 2).forEach(CONTRACTS::assertValid);
        assertThat(api.post("OFFICER", path(id, "application"), Map.of("on", "2020-04-01"))
                        .code())
                .isEqualTo("replication-stopped");
    }

    @Test
    void what_is_told_of_the_source_is_as_it_is_now() {
        var model = received.registeredModel();
        var id = api.post("OFFICER", "/api/v1/replications", proposal(model, "HNA-KB-13", false))
                .text("id");
        LOG.say(received.amended(model, 3, body -> body.put("name", "Tên đã sửa")));
        await().atMost(Log.PATIENCE)
                .until(() -> api.get("VIEWER", "/api/v1/models/" + model)
                        .text("name")
                        .equals("Tên đã sửa"));
        api.post("OFFICER", path(id, "application"), Map.of("on", "2019-11-01"));
        assertThat(Api.JSON
                        .readTree(LOG.published(id, 2).get(1).body())
                        .path("name")
                        .asString())
                .isEqualTo("Tên đã sửa");
    }

    @Test
    void a_target_must_be_a_unit_of_that_day_and_elsewhere() {
        var model = received.registeredModel();
        refused(proposal(model, "KHONG-CO", false), "unit-unknown", "target.unit");
        refused(proposal(model, "HNA-KB", false), "source-itself", "target");
        var late = proposal(model, "HNA-KB-13", false);
        late.put("on", "2025-07-01");
        refused(late, "unit-not-alive", "target.unit");
    }

    private void refused(Map<String, Object> body, String code, String field) {
        var answer = api.post("OFFICER", "/api/v1/replications", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void what_nobody_knows_is_not_found() {
        assertThat(api.post(
                                "OFFICER",
                                "/api/v1/replications",
                                proposal(UUID.randomUUID().toString(), "HNA-KB-13", false))
                        .code())
                .isEqualTo("not-known-yet");
        assertThat(api.get("VIEWER", "/api/v1/replications/unknown").code()).isEqualTo("replication-unknown");
        assertThat(api.post("OFFICER", path("unknown", "application"), Map.of("on", "2020-01-01"))
                        .code())
                .isEqualTo("replication-unknown");
    }

    @Test
    void coverage_is_counted_on_a_day_against_the_units_of_that_day() {
        var model = received.registeredModel();
        for (var unit : new String[] {"HNA-KB-13", "HNA-KB-14"}) {
            var id = api.post("OFFICER", "/api/v1/replications", proposal(model, unit, false))
                    .text("id");
            api.post("OFFICER", path(id, "application"), Map.of("on", "2019-11-01"));
            if (unit.equals("HNA-KB-13")) {
                api.post("REVIEWER", path(id, "confirmation"), Map.of("on", "2020-11-06"));
            }
        }
        var coverage = api.get("VIEWER", "/api/v1/models/" + model + "/coverage?under=HNA-KB&on=2020-11-06")
                .body();
        assertThat(coverage.path("eligible").asInt()).isEqualTo(3);
        assertThat(coverage.path("applying").asInt()).isEqualTo(2);
        assertThat(coverage.path("confirmed").asInt()).isEqualTo(1);
        assertThat(coverage.path("rate").asDouble()).isEqualTo(0.6667);

        var now = api.get("VIEWER", "/api/v1/models/" + model + "/coverage?under=HNA")
                .body();
        assertThat(now.path("eligible").asInt()).isZero();
        assertThat(now.path("ended").asInt()).isEqualTo(2);
        assertThat(now.has("rate")).isFalse();
        assertThat(api.get("VIEWER", "/api/v1/models/" + model + "/coverage?under=KHONG-CO")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("VIEWER", "/api/v1/models/" + model + "/coverage").code())
                .isEqualTo("missing-parameter");
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
