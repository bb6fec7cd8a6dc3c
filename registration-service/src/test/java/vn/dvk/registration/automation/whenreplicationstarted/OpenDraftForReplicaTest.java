package vn.dvk.registration.automation.whenreplicationstarted;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.registration.running.Bodies;
import vn.dvk.registration.running.RunningService;
import vn.dvk.registration.running.Topic;
import vn.dvk.spec.contract.Contracts;
import vn.dvk.spec.contract.PublishedRecord;
import vn.dvk.spec.contract.Sample;

/** A unit that starts to apply a model as its own finds a draft waiting: one, however often it is told. */
class OpenDraftForReplicaTest extends RunningService {

    private static final String STARTED = "vn.dvk.awards.replication-started.v1";
    private static final String TOPIC = "dvk.awards.v1";

    @Autowired
    private List<EventHandler> handlers;

    private final Contracts contracts = Contracts.load();

    @Test
    void what_is_read_is_what_was_declared() {
        var awards = handlers.getFirst();
        assertEquals(1, handlers.size());
        assertEquals("/dvk/awards", awards.source());
        contracts.consumer("registration").readsExactly(awards.uses(), awards.ignores());
    }

    @Test
    void a_draft_is_opened_for_the_target_unit_and_registered_as_a_replica() {
        var programme = newProgramme();
        var unit = newUnit();
        var replication = UUID.randomUUID().toString();
        var source = UUID.randomUUID().toString();
        var started = started(replication, source, programme, unit, true);

        Topic.add(started);
        Topic.add(started);
        Topic.add(started);
        var id = awaitDraft(programme);

        var draft = api.get(registration(id)).is(200).json();
        assertEquals("DRAFT", draft.path("state").asString());
        assertEquals("REPLICA", draft.path("form").path("origin").asString());
        assertEquals(source, draft.path("form").path("replicaOf").asString());
        assertEquals(replication, draft.path("form").path("replication").asString());
        assertEquals(unit, draft.path("form").path("unit").asString());
        assertEquals(List.of("situation", "goals"), missing(id));
        assertEquals(
                "registration",
                api.get(registration(id) + "/history").json().get(0).path("by").asString());

        var form = Bodies.json(draft.path("form").toString()).put("field", "KT").put("situation", "Rác ứ đọng");
        form.withArray("goals").addObject().put("measure", "hộ").put("target", "50");
        api.put(registration(id), "OFFICER", form).is(200);
        api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2024-01-26"))
                .is(200);
        api.post(registration(id) + "/selection", "REVIEWER", Bodies.on("2024-01-30"))
                .is(200);
        api.post(registration(id) + "/acceptance", "REVIEWER", Bodies.acceptance("2024-02-05"))
                .is(200);

        var registered = Topic.records("dvk.registration.v1", id, 2).getLast();
        contracts.assertValid(registered);
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
        Topic.add(started(UUID.randomUUID().toString(), model, programme, unit, false));
        Topic.add(started(UUID.randomUUID().toString(), model, programme, unit, true));

        awaitDraft(programme);
        assertEquals(1, drafts(programme).size());
    }

    private String awaitDraft(String programme) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> drafts(programme), found -> !found.isEmpty())
                .getFirst();
    }

    private List<String> drafts(String programme) {
        return api.get("/api/v1/registrations?programme=" + programme)
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private List<String> missing(String id) {
        return api.get(registration(id))
                .json()
                .path("missing")
                .valueStream()
                .map(one -> one.asString())
                .toList();
    }

    /** The released sample, for another model, replication and place. */
    private PublishedRecord started(String replication, String model, String programme, String unit, boolean ownModel) {
        var sample = contracts.samples(STARTED).stream()
                .filter(one -> one.label().equals("full"))
                .map(Sample::text)
                .findFirst()
                .orElseThrow();
        var body = Bodies.json(sample)
                .put("model", model)
                .put("replication", replication)
                .put("programme", programme)
                .put("ownModel", ownModel);
        body.withObject("target").put("unit", unit);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put(
                "ce_id", UUID.nameUUIDFromBytes((replication + "2").getBytes()).toString());
        headers.put("ce_source", "/dvk/awards");
        headers.put("ce_type", STARTED);
        headers.put("ce_subject", replication);
        headers.put("ce_time", "2024-03-01T08:00:00Z");
        headers.put("ce_dataschema", "/contracts/awards/replication-started.v1.schema.json");
        headers.put("ce_position", "2");
        headers.put("ce_actor", "canbo");
        headers.put("ce_correlation", "nhan-rong-1");
        headers.put("content-type", "application/json");
        var published = new PublishedRecord(TOPIC, model, headers, body.toString());
        contracts.assertValid(published);
        return published;
    }
}
