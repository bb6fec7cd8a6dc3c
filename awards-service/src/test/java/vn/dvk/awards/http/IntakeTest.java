package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.KimBang.revocation;
import static vn.dvk.awards.http.ReceivedEvents.amended;
import static vn.dvk.awards.http.ReceivedEvents.awaitDossier;
import static vn.dvk.awards.http.ReceivedEvents.evaluated;
import static vn.dvk.awards.http.ReceivedEvents.evaluatedModel;
import static vn.dvk.awards.http.ReceivedEvents.registered;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;
import static vn.dvk.awards.http.ReceivedEvents.submitted;
import static vn.dvk.awards.http.ReceivedEvents.withdrawn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Events as a broker delivers them: twice, late, in the wrong order, before their time, or not to be understood. */
class IntakeTest {

    private static final String LONG_REASON = "ế".repeat(3_990);

    @Test
    void what_comes_twice_is_noted_once() {
        var model = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++) {
            Topic.publish(submitted(model));
            Topic.publish(registered(model, 2));
            Topic.publish(amended(model, 3).with("name", "Tên đã sửa"));
        }
        awaitDossier(model);
        await().until(() -> shown(model).path("name").asString().equals("Tên đã sửa"));
        SERVICE.awaitCaughtUp();
        assertThat(stored(model)).containsExactly("dossier.opened.v1", "dossier.amended.v1");
    }

    @Test
    void what_overtakes_its_predecessor_waits_for_it() {
        var model = UUID.randomUUID().toString();
        Topic.publish(amended(model, 3).with("name", "Tên đã sửa"));
        await().until(() -> waiting(model).path("why").asString("").equals("AWAITING"));
        Topic.publish(registered(model, 2));
        await().until(() -> shown(model).path("name").asString("").equals("Tên đã sửa"));
        await().until(() -> waiting(model).isMissingNode());
    }

    @Test
    void a_withdrawal_that_overtakes_what_came_before_it_swallows_nothing() {
        var model = UUID.randomUUID().toString();
        Topic.publish(withdrawn(model, 4));
        Topic.publish(amended(model, 3).with("name", "Tên đã sửa"));
        Topic.publish(registered(model, 2));
        await().until(() -> shown(model).path("state").asString("").equals("WITHDRAWN"));
        await().until(() -> waiting(model).isMissingNode());
        assertThat(stored(model)).containsExactly("dossier.opened.v1", "dossier.amended.v1", "dossier.withdrawn.v1");
    }

    @Test
    void a_gap_in_a_stream_that_is_followed_is_held_and_healed() {
        var model = registeredModel();
        Topic.publish(withdrawn(model, 4));
        await().until(() -> waiting(model).path("why").asString("").equals("GAP"));
        assertThat(shown(model).path("state").asString()).isEqualTo("REGISTERED");
        Topic.publish(amended(model, 3));
        await().until(() -> shown(model).path("state").asString().equals("WITHDRAWN"));
    }

    @Test
    void the_evaluation_may_come_before_the_registration() {
        var model = UUID.randomUUID().toString();
        Topic.publish(evaluated(model));
        SERVICE.awaitCaughtUp();
        SERVICE.as("VIEWER").get("/api/v1/models/" + model).is(404, "not-known-yet");
        Topic.publish(registered(model, 2));
        awaitDossier(model);
        assertThat(shown(model).path("evaluated").path("grade").asString()).isEqualTo("GOOD");
        assertThat(shown(model).path("state").asString()).isEqualTo("EVALUATED");
    }

    @Test
    void steps_of_the_evaluation_are_passed_over_before_and_after_the_conclusion() {
        var model = evaluatedModel();
        Topic.publish(
                SampleEvent.minimal(ConsumedTypes.MODEL_INSPECTED).about(model).at(8));
        Topic.publish(
                SampleEvent.minimal(ConsumedTypes.STEP_COMPLETED).about(model).at(9));
        SERVICE.awaitCaughtUp();
        assertThat(stored(model)).containsExactly("dossier.opened.v1", "dossier.evaluated.v1");
        assertThat(waiting(model).isMissingNode()).isTrue();
    }

    @Test
    void a_withdrawn_model_gets_nothing_more_and_keeps_what_can_be_revoked() {
        var model = evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var recognition = SERVICE.as("AUTHORITY")
                .post(path, recognition("DISTRICT", "31"))
                .text("recognition");
        Topic.publish(withdrawn(model, 3));
        await().until(() -> shown(model).path("state").asString().equals("WITHDRAWN"));
        SERVICE.as("AUTHORITY").post(path, recognition("PROVINCE", "32")).is(409, "withdrawn");
        SERVICE.as("AUTHORITY")
                .post(path + "/" + recognition + "/revocation", revocation("2021-02-01"))
                .is(200);
    }

    @Test
    void a_dossier_that_is_full_for_people_is_closed_all_the_same() {
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/holds";
        var refused = IntStream.range(0, 500)
                .mapToObj(i -> SERVICE.as("AUTHORITY")
                        .post(path, Map.of("kind", "COMPLAINT", "on", "2020-10-01", "reason", LONG_REASON + i)))
                .filter(response -> response.status() != 201)
                .findFirst()
                .orElseThrow();
        refused.is(409, "stream-full");
        Topic.publish(List.of(amended(model, 3).with("name", "Tên đã sửa"), withdrawn(model, 4)));
        await().until(() -> shown(model).path("state").asString().equals("WITHDRAWN"));
        assertThat(shown(model).path("name").asString()).isEqualTo("Tên đã sửa");
        assertThat(waiting(model).isMissingNode()).isTrue();
    }

    @Test
    void a_type_nobody_has_named_holds_its_stream_alone_until_a_person_gives_it_up() {
        var model = registeredModel();
        var neighbour = UUID.randomUUID().toString();
        Topic.send(SampleEvent.of(
                        "vn.dvk.registration.model-renumbered.v1",
                        amended(model, 3).body())
                .at(3)
                .record());
        Topic.publish(amended(model, 4).with("name", "Tên đã sửa"));
        Topic.publish(registered(neighbour, 1));
        awaitDossier(neighbour);
        await().until(() -> waiting(model).path("events").asInt() == 2);
        var head = waiting(model);
        assertThat(head.path("why").asString()).isEqualTo("UNKNOWN_TYPE");
        var path = "/api/v1/operations/waiting/" + head.path("id").asString();
        assertThat(SERVICE.as("ADMINISTRATOR")
                        .post(path + "/retry", Map.of())
                        .json()
                        .path("waiting")
                        .asBoolean())
                .isTrue();
        SERVICE.as("ADMINISTRATOR")
                .post(path + "/discard", Map.of("reason", "Chưa dùng đến"))
                .is(200);
        await().until(() -> shown(model).path("name").asString().equals("Tên đã sửa"));
    }

    @Test
    void a_body_that_cannot_be_read_is_parked_and_can_be_given_up() {
        var model = UUID.randomUUID().toString();
        Topic.send(unreadable(registered(model, 1).record()));
        await().until(() -> waiting(model).path("why").asString("").equals("PARKED"));
        Topic.publish(amended(model, 2));
        var path = "/api/v1/operations/waiting/" + waiting(model).path("id").asString();
        SERVICE.as("ADMINISTRATOR")
                .post(path + "/discard", Map.of("reason", "Hỏng"))
                .is(200);
    }

    @Test
    void a_registration_that_names_a_replication_nobody_proposed_holds_up_nothing() {
        var model = UUID.randomUUID().toString();
        Topic.publish(registered(model, 1).with("origin", "REPLICA").with("replication", "khong-co"));
        Topic.publish(withdrawn(model, 2));
        await().until(() -> shown(model).path("state").asString().equals("WITHDRAWN"));
        assertThat(waiting(model)).isEqualTo(MissingNode.getInstance());
        SERVICE.as("VIEWER").get("/api/v1/replications/khong-co").is(404, "replication-unknown");
    }

    private static ProducerRecord<String, byte[]> unreadable(ProducerRecord<String, byte[]> record) {
        var body = Arrays.copyOf(record.value(), record.value().length - 1);
        return new ProducerRecord<>(record.topic(), null, record.key(), body, record.headers());
    }

    private JsonNode shown(String model) {
        return SERVICE.as("VIEWER").get("/api/v1/models/" + model).json();
    }

    private JsonNode waiting(String subject) {
        return SERVICE.as("VIEWER")
                .get("/api/v1/operations/waiting")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("subject").asString().equals(subject))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<String> stored(String model) {
        return SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model + "/history")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("type").asString())
                .toList();
    }
}
