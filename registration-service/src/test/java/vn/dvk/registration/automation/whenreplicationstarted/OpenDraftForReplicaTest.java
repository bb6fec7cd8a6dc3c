package vn.dvk.registration.automation.whenreplicationstarted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** A unit that starts to apply a model as its own finds a draft waiting: one, however often it is told. */
class OpenDraftForReplicaTest {

    @Test
    void a_draft_is_opened_for_the_target_unit_and_registered_as_a_replica() {
        var programme = newProgramme();
        var unit = newUnit();
        var replication = UUID.randomUUID().toString();
        var source = UUID.randomUUID().toString();
        var started = started(replication, source, programme, unit, true);

        Topic.publish(started);
        Topic.publish(started);
        Topic.publish(started);
        var id = awaitDraft(programme);

        var draft = as("VIEWER").get(registration(id)).is(200).json();
        assertEquals("DRAFT", draft.path("state").asString());
        assertEquals("REPLICA", draft.path("form").path("origin").asString());
        assertEquals(source, draft.path("form").path("replicaOf").asString());
        assertEquals(replication, draft.path("form").path("replication").asString());
        assertEquals(unit, draft.path("form").path("unit").asString());
        assertEquals(List.of("situation", "goals"), missing(id));
        var form = Bodies.json(draft.path("form").toString()).put("field", "KT").put("situation", "Rác ứ đọng");
        form.withArray("goals")
                .addObject()
                .put("indicator", "Số hộ")
                .put("measure", "hộ")
                .put("target", 50);
        as("OFFICER").put(registration(id), form).is(200);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.on("2024-01-30"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05"))
                .is(200);

        var registered = Topic.named("dvk.registration.v1").awaitEvents(id, 2).getLast();
        SampleEvent.CONTRACTS.assertValid(registered);
        var body = Bodies.json(registered.body());
        assertEquals("REPLICA", body.path("origin").asString());
        assertEquals(source, body.path("replicaOf").asString());
        assertEquals(replication, body.path("replication").asString());
        assertEquals(1, drafts(programme).size());
    }

    @Test
    void a_unit_that_does_not_want_a_model_of_its_own_gets_no_draft() {
        var programme = newProgramme();
        var unit = newUnit();
        var model = UUID.randomUUID().toString();
        // Same key, hence the same partition: when the second has led to a draft, the first has been seen through.
        Topic.publish(started(UUID.randomUUID().toString(), model, programme, unit, false));
        Topic.publish(started(UUID.randomUUID().toString(), model, programme, unit, true));

        awaitDraft(programme);
        assertEquals(1, drafts(programme).size());
    }

    @Test
    void what_is_applied_again_after_a_stop_needs_no_other_draft() {
        var programme = newProgramme();
        var replication = UUID.randomUUID().toString();
        var started = started(replication, UUID.randomUUID().toString(), programme, newUnit(), true);
        Topic.publish(started);
        var id = awaitDraft(programme);
        Topic.publish(started.at(started.position() + 1).with("again", true).with("name", "Tên đã sửa"));
        SERVICE.awaitCaughtUp();
        assertEquals(List.of(id), drafts(programme));
        assertEquals(
                0,
                SERVICE.as("ADMINISTRATOR")
                        .get("/api/v1/operations/waiting")
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    void an_event_that_comes_again_burns_no_number() {
        var programme = newProgramme();
        var started = started(UUID.randomUUID().toString(), UUID.randomUUID().toString(), programme, newUnit(), true);
        Topic.publish(started);
        awaitDraft(programme);

        Topic.publish(started);
        Topic.publish(started);
        SERVICE.awaitCaughtUp();

        var next =
                as("VIEWER").get(registration(newDraft(programme, newUnit()))).is(200);
        assertEquals(programme + "/0002", next.text("code"));
    }

    private String awaitDraft(String programme) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> drafts(programme), found -> !found.isEmpty())
                .getFirst();
    }

    private List<String> drafts(String programme) {
        return as("VIEWER")
                .get("/api/v1/registrations?programme=" + programme)
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private List<String> missing(String id) {
        return as("VIEWER")
                .get(registration(id))
                .json()
                .path("missing")
                .valueStream()
                .map(one -> one.asString())
                .toList();
    }

    /** The released sample, for another model, replication and place; what was proposed before it is not ours. */
    private static SampleEvent started(
            String replication, String model, String programme, String unit, boolean ownModel) {
        return SampleEvent.full(ConsumedTypes.REPLICATION_STARTED)
                .about(model)
                .subject(replication)
                .at(2)
                .with("replication", replication)
                .with("programme", programme)
                .with("ownModel", ownModel)
                .with("target", Map.of("unit", unit, "place", "Thôn 3"));
    }
}
