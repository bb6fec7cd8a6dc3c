package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.dvk.awards.http.Log.Event;

/** Events as a broker delivers them: twice, late, in the wrong order, before their time, or not to be understood. */
class IntakeTest extends AwardsTest {

    @Test
    void what_comes_twice_is_noted_once() {
        var model = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            LOG.say(received.submitted(model));
            LOG.say(received.registered(model, 2, _ -> {}));
            LOG.say(received.amended(model, 3, body -> body.put("name", "Tên đã sửa")));
        }
        received.isHere(model);
        await().atMost(Log.PATIENCE)
                .until(() -> shown(model).path("name").asString().equals("Tên đã sửa"));
        nothingIsLeftToRead();
        assertThat(types(model)).containsExactly("dossier.opened.v1", "dossier.amended.v1");
    }

    @Test
    void what_overtakes_its_predecessor_waits_for_it() {
        var model = UUID.randomUUID().toString();
        LOG.say(received.amended(model, 3, body -> body.put("name", "Tên đã sửa")));
        await().atMost(Log.PATIENCE)
                .until(() -> waiting(model).path("why").asString("").equals("AWAITING"));
        LOG.say(received.registered(model, 2, _ -> {}));
        await().atMost(Log.PATIENCE)
                .until(() -> shown(model).path("name").asString("").equals("Tên đã sửa"));
        await().atMost(Log.PATIENCE).until(() -> waiting(model).isMissingNode());
    }

    @Test
    void a_withdrawal_that_overtakes_what_came_before_it_swallows_nothing() {
        var model = UUID.randomUUID().toString();
        LOG.say(received.withdrawn(model, 4));
        LOG.say(received.amended(model, 3, body -> body.put("name", "Tên đã sửa")));
        LOG.say(received.registered(model, 2, _ -> {}));
        await().atMost(Log.PATIENCE)
                .until(() -> shown(model).path("state").asString("").equals("WITHDRAWN"));
        await().atMost(Log.PATIENCE).until(() -> waiting(model).isMissingNode());
        assertThat(types(model)).containsExactly("dossier.opened.v1", "dossier.amended.v1", "dossier.withdrawn.v1");
    }

    @Test
    void a_gap_in_a_stream_that_is_followed_is_held_and_healed() {
        var model = received.registeredModel();
        LOG.say(received.withdrawn(model, 4));
        await().atMost(Log.PATIENCE)
                .until(() -> waiting(model).path("why").asString("").equals("GAP"));
        assertThat(shown(model).path("state").asString()).isEqualTo("REGISTERED");
        LOG.say(received.amended(model, 3, _ -> {}));
        await().atMost(Log.PATIENCE)
                .until(() -> shown(model).path("state").asString().equals("WITHDRAWN"));
    }

    @Test
    void the_evaluation_may_come_before_the_registration() {
        var model = UUID.randomUUID().toString();
        received.evaluated(model, true);
        nothingIsLeftToRead();
        assertThat(api.get("VIEWER", "/api/v1/models/" + model).code()).isEqualTo("not-known-yet");
        LOG.say(received.registered(model, 2, _ -> {}));
        received.isHere(model);
        assertThat(shown(model).path("evaluated").path("grade").asString()).isEqualTo("GOOD");
        assertThat(shown(model).path("state").asString()).isEqualTo("EVALUATED");
    }

    @Test
    void steps_of_the_evaluation_are_passed_over_before_and_after_the_conclusion() {
        var model = received.evaluatedModel();
        LOG.say(new Event("/dvk/evaluation", "vn.dvk.evaluation.model-inspected.v1", model, 8, "{}"));
        LOG.say(new Event("/dvk/evaluation", "vn.dvk.evaluation.step-completed.v1", model, 9, "{}"));
        nothingIsLeftToRead();
        assertThat(types(model)).containsExactly("dossier.opened.v1", "dossier.evaluated.v1");
        assertThat(waiting(model).isMissingNode()).isTrue();
    }

    @Test
    void a_withdrawn_model_gets_nothing_more_and_keeps_what_can_be_revoked() {
        var model = received.evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var recognition =
                api.post("AUTHORITY", path, recognition("DISTRICT", "31")).text("recognition");
        LOG.say(received.withdrawn(model, 3));
        await().atMost(Log.PATIENCE)
                .until(() -> shown(model).path("state").asString().equals("WITHDRAWN"));
        assertThat(api.post("AUTHORITY", path, recognition("PROVINCE", "32")).code())
                .isEqualTo("withdrawn");
        assertThat(api.post("AUTHORITY", path + "/" + recognition + "/revocation", revocation("2021-02-01"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_type_nobody_has_named_parks_its_stream_alone_until_a_person_gives_it_up() {
        var model = received.registeredModel();
        var neighbour = UUID.randomUUID().toString();
        LOG.say(new Event("/dvk/registration", "vn.dvk.registration.model-renumbered.v1", model, 3, "{}"));
        LOG.say(received.amended(model, 4, body -> body.put("name", "Tên đã sửa")));
        LOG.say(received.registered(neighbour, 1, _ -> {}));
        received.isHere(neighbour);
        await().atMost(Log.PATIENCE).until(() -> waiting(model).path("records").asInt() == 2);
        var parked = waiting(model);
        assertThat(parked.path("why").asString()).isEqualTo("PARKED");
        var path = "/api/v1/operations/waiting/" + parked.path("id").asString();
        assertThat(api.post("ADMINISTRATOR", path + "/retry", Map.of())
                        .body()
                        .path("waiting")
                        .asBoolean())
                .isTrue();
        assertThat(api.post("ADMINISTRATOR", path + "/discard", Map.of("reason", "Chưa dùng đến"))
                        .status())
                .isEqualTo(200);
        await().atMost(Log.PATIENCE)
                .until(() -> shown(model).path("name").asString().equals("Tên đã sửa"));
    }

    @Test
    void a_body_that_cannot_be_read_is_parked_and_can_be_given_up() {
        var model = UUID.randomUUID().toString();
        LOG.say(new Event("/dvk/registration", "vn.dvk.registration.model-registered.v1", model, 1, "{\"model\":"));
        await().atMost(Log.PATIENCE)
                .until(() -> waiting(model).path("why").asString("").equals("PARKED"));
        LOG.say(received.amended(model, 2, _ -> {}));
        var path = "/api/v1/operations/waiting/" + waiting(model).path("id").asString();
        assertThat(api.post("ADMINISTRATOR", path + "/discard", Map.of("reason", "Hỏng"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_registration_that_names_a_replication_nobody_proposed_waits_for_a_person() {
        var model = UUID.randomUUID().toString();
        LOG.say(received.registered(
                model, 1, body -> body.put("origin", "REPLICA").put("replication", "khong-co")));
        await().atMost(Log.PATIENCE)
                .until(() -> waiting(model).path("why").asString("").equals("PARKED"));
        assertThat(waiting(model).path("reason").asString()).contains("replication-unknown");
        assertThat(shown(model).path("state").asString()).isEqualTo("REGISTERED");
        var path = "/api/v1/operations/waiting/" + waiting(model).path("id").asString();
        api.post("ADMINISTRATOR", path + "/discard", Map.of("reason", "Ghi nhầm mã nhân rộng"));
        LOG.say(received.withdrawn(model, 2));
        await().atMost(Log.PATIENCE)
                .until(() -> shown(model).path("state").asString().equals("WITHDRAWN"));
    }

    private JsonNode shown(String model) {
        return api.get("VIEWER", "/api/v1/models/" + model).body();
    }

    private JsonNode waiting(String subject) {
        return api.get("VIEWER", "/api/v1/operations/waiting")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("subject").asString().equals(subject))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<String> types(String model) {
        return api.get("VIEWER", "/api/v1/models/" + model + "/history")
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("type").asString())
                .toList();
    }
}
