package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;
import vn.dvk.spec.contract.PublishedRecord;

/** What papers do to models, and what an annulment takes back. */
class SuccessionsTest {

    private static final String REASON = "Nghị quyết đã được thay thế";

    @Test
    void models_of_merged_units_go_over_and_come_back_when_the_merger_is_annulled() {
        var unit = newUnit();
        var successor = newUnit();
        var id = accepted(unit);

        var merger = merge(unit, successor);
        var went = Topic.named("dvk.registration.v1").awaitEvents(id, 3).getLast();
        assertEquals(successor, unitOf(id));
        assertEquals("2025-07-01", json(went).path("on").asString());
        assertEquals(unit, json(went).path("from").asString());
        assertEquals(merger, json(went).path("succession").asString());
        SampleEvent.CONTRACTS.assertValid(went);

        annul(merger);
        var undone = Topic.named("dvk.registration.v1").awaitEvents(id, 4).getLast();
        assertEquals(unit, unitOf(id));
        assertTrue(json(undone).path("undone").asBoolean());
        SampleEvent.CONTRACTS.assertValid(undone);
        assertFalse(as("VIEWER").get("/api/v1/units/" + unit).json().has("validTo"));
    }

    @Test
    void what_is_accepted_after_its_unit_was_merged_goes_over_in_the_same_breath() {
        var unit = newUnit();
        var successor = newUnit();
        var further = newUnit();
        merge(unit, successor);
        merge(successor, further);

        var id = accepted(unit);

        assertEquals(further, unitOf(id));
        assertEquals(
                List.of("registration-submitted", "model-registered", "model-transferred", "model-transferred"),
                Topic.named("dvk.registration.v1").awaitEvents(id, 4).stream()
                        .map(one -> String.valueOf(one.headers().get("ce_type"))
                                .replaceAll("vn\\.dvk\\.registration\\.|\\.v1", ""))
                        .toList());
    }

    @Test
    void of_what_was_registered_by_a_split_unit_nobody_knows_where_it_goes() {
        var unit = newUnit();
        var one = newUnit();
        var other = newUnit();
        var id = accepted(unit);
        var split = Bodies.succession("SPLIT", unit);
        split.withArray("successors").add(one).add(other);
        as("ADMINISTRATOR").post("/api/v1/successions", split).is(201);

        assertEquals(List.of(id), unassigned(unit));
        as("REVIEWER")
                .post(registration(id) + "/transfer", Bodies.on("2025-07-01").put("unit", one))
                .is(200);
        assertEquals(List.of(), unassigned(unit));
        as("VIEWER").get("/api/v1/registrations?unassigned=maybe").is(400, "malformed-parameter");
    }

    @Test
    void a_paper_is_only_checked_in_a_dry_run() {
        var unit = newUnit();
        var successor = newUnit();
        var merger = merger(unit, successor);
        var checked = as("ADMINISTRATOR")
                .post("/api/v1/successions?dryRun=true", merger)
                .is(200);
        assertEquals("MERGED", checked.text("type"));
        assertFalse(as("VIEWER").get("/api/v1/units/" + unit).json().has("validTo"));
        as("VIEWER").get("/api/v1/successions/" + checked.text("id")).is(404, "not-found");

        merger.withArray("units").add("NOBODY");
        as("ADMINISTRATOR")
                .post("/api/v1/successions?dryRun=true", merger)
                .is(422, "unit-invalid")
                .fault("units[1]", "unit-unknown");
    }

    @Test
    void a_backdated_paper_that_makes_an_accepted_entry_impossible_is_refused() {
        var unit = newUnit();
        var id = accepted(unit);
        var early = merger(unit, newUnit()).put("effective", "2024-02-01");
        var problem = as("ADMINISTRATOR")
                .post("/api/v1/successions", early)
                .is(422, "unit-invalid")
                .fault("effective", "entry-after-end")
                .json();
        var code = as("VIEWER").get(registration(id)).text("code");
        assertTrue(problem.toString().contains(code), problem.toString());
        assertTrue(problem.toString().contains("2024-01-31"), problem.toString());
    }

    @Test
    void what_a_later_paper_builds_on_is_annulled_after_it() {
        var unit = newUnit();
        var successor = newUnit();
        var first = merge(unit, successor);
        var second = as("ADMINISTRATOR")
                .post("/api/v1/successions", merger(successor, newUnit()).put("effective", "2025-09-01"))
                .is(201)
                .text("id");

        var refused = as("ADMINISTRATOR")
                .post("/api/v1/successions/" + first + "/annulment", Bodies.because("2025-10-01", REASON))
                .is(409, "annulment-built-on");
        assertTrue(
                refused.json().toString().contains("2025-09-01"), refused.json().toString());
        annul(second);
        annul(first);
        annul(first);
        as("ADMINISTRATOR")
                .post("/api/v1/successions/nobody/annulment", Bodies.because("2025-10-01", REASON))
                .is(404, "succession-unknown");
        as("ADMINISTRATOR")
                .post("/api/v1/successions/" + first + "/annulment", Bodies.because("2025-10-01", "Nhầm"))
                .is(422, "invalid-fields");
    }

    @Test
    void reorganizations_are_listed_in_the_order_in_which_they_take_effect() {
        var unit = newUnit();
        var renamed = as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("RENAMED", unit).put("name", "Xã Mới"))
                .is(201);
        var merger = merge(unit, newUnit(), "2025-09-01");
        annul(merger);

        var first = as("VIEWER")
                .get("/api/v1/successions?limit=1&unit=" + unit)
                .is(200)
                .json();
        assertEquals(List.of(renamed.text("id")), first.path("items").findValuesAsString("id"));
        var rest = as("VIEWER")
                .get("/api/v1/successions?unit=" + unit + "&cursor="
                        + first.path("next").asString())
                .is(200)
                .json();
        assertEquals(List.of(merger), rest.path("items").findValuesAsString("id"));
        assertEquals(REASON, rest.at("/items/0/annulment/reason").asString());
        assertEquals(
                "RENAMED",
                as("VIEWER").get("/api/v1/successions/" + renamed.text("id")).text("type"));
    }

    @Test
    void what_a_unit_has_published_can_be_published_again() {
        var unit = newUnit();
        merge(unit, newUnit());
        var before = Topic.named("dvk.directory.v1").awaitEvents("unit:" + unit, 2);
        var again = as("ADMINISTRATOR")
                .post("/api/v1/operations/republish", Bodies.json("{}").put("stream", "unit:" + unit))
                .is(200)
                .json();
        assertEquals(2, again.path("published").asInt());
        var bodies = Topic.named("dvk.directory.v1").records().stream()
                .filter(one -> one.key().equals("unit:" + unit))
                .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                .toList();
        assertEquals(4, bodies.size());
        assertEquals(before.stream().map(PublishedRecord::body).toList(), bodies.subList(2, 4));
        assertEquals(2, Topic.named("dvk.directory.v1").events("unit:" + unit).size(), "under the same ids");
    }

    @Test
    void a_paper_takes_effect_for_all_its_acts_and_is_annulled_as_one() {
        var district = newUnit();
        var commune = newUnit();
        var province = newUnit();
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + commune, Bodies.unit("Xã").put("parent", district))
                .is(200);
        var renamed = Bodies.act("RENAMED", commune).put("name", "Xã Mới");
        var paper = Bodies.paper("2025-07-01", dissolved(district, province), renamed);

        var checked =
                as("ADMINISTRATOR").post("/api/v1/papers?dryRun=true", paper).is(200);
        assertEquals(3, checked.json().path("acts").size());
        as("VIEWER").get("/api/v1/papers/" + checked.text("id")).is(404, "not-found");

        var told = as("ADMINISTRATOR").post("/api/v1/papers", paper).is(201);
        var id = told.text("id");
        assertEquals("/api/v1/papers/" + id, told.header("Location"));
        assertEquals(
                List.of("DISSOLVED", "MOVED", "RENAMED"),
                as("VIEWER")
                        .get("/api/v1/papers/" + id)
                        .is(200)
                        .json()
                        .path("acts")
                        .findValuesAsString("type"));
        assertEquals(
                id, as("ADMINISTRATOR").post("/api/v1/papers", paper).is(200).text("id"), "the same again");
        var published = Topic.named("dvk.directory.v1")
                .awaitEvents("unit:" + commune, 4)
                .getLast();
        assertEquals(province, json(published).at("/parents/1/unit").asString());
        assertEquals("Xã Mới", json(published).at("/names/1/name").asString());
        SampleEvent.CONTRACTS.assertValid(published);

        var part = told.json().at("/acts/2/id").asString();
        var refused = as("ADMINISTRATOR")
                .post("/api/v1/successions/" + part + "/annulment", Bodies.because("2025-10-01", REASON))
                .is(409, "annulment-of-part");
        assertTrue(refused.json().toString().contains("/api/v1/papers/" + id + "/annulment"));
        var annulled = as("ADMINISTRATOR")
                .post("/api/v1/papers/" + id + "/annulment", Bodies.because("2025-10-01", REASON))
                .is(200);
        assertEquals(REASON, annulled.json().at("/annulment/reason").asString());
        var after = Topic.named("dvk.directory.v1")
                .awaitEvents("unit:" + commune, 6)
                .getLast();
        assertEquals(1, json(after).path("parents").size());
        assertEquals(1, json(after).path("names").size());
        as("ADMINISTRATOR")
                .post("/api/v1/papers/nobody/annulment", Bodies.because("2025-10-01", REASON))
                .is(404, "paper-unknown");
    }

    @Test
    void an_act_that_cannot_be_stops_its_paper_and_is_named() {
        var district = newUnit();
        var commune = newUnit();
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + commune, Bodies.unit("Xã").put("parent", district))
                .is(200);
        var renamed = Bodies.act("RENAMED", commune).put("name", "Xã Mới");
        var problem = as("ADMINISTRATOR")
                .post("/api/v1/papers", Bodies.paper("2025-07-01", renamed, Bodies.act("DISSOLVED", district)))
                .is(422, "unit-invalid")
                .fault("acts[1].units[0]", "dissolved-above")
                .json()
                .toString();
        assertTrue(problem.contains(commune), problem);
        assertTrue(problem.contains("MOVED"), problem);
        assertEquals(
                1,
                Topic.named("dvk.directory.v1")
                        .awaitEvents("unit:" + district, 1)
                        .size());
        assertEquals(
                List.of(),
                as("VIEWER")
                        .get("/api/v1/successions?unit=" + commune)
                        .json()
                        .path("items")
                        .findValuesAsString("id"));
        as("ADMINISTRATOR").post("/api/v1/papers", Bodies.paper("2025-07-01")).is(422, "invalid-fields");
        as("ADMINISTRATOR")
                .post("/api/v1/papers", Bodies.paper("2025-07-01", Bodies.act("DISSOLVED")))
                .is(422, "invalid-fields")
                .fault("acts[0].units", "required");
    }

    private static tools.jackson.databind.node.ObjectNode dissolved(String unit, String successor) {
        var act = Bodies.act("DISSOLVED", unit);
        act.withArray("successors").add(successor);
        return act;
    }

    private static List<String> unassigned(String unit) {
        return as("VIEWER")
                .get("/api/v1/registrations?unassigned=true&unit=" + unit)
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private static String accepted(String unit) {
        var id = newDraft(newProgramme(), unit);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.selection("2024-01-30"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05"))
                .is(200);
        return id;
    }

    private static tools.jackson.databind.node.ObjectNode merger(String unit, String successor) {
        var merger = Bodies.succession("MERGED", unit);
        merger.withArray("successors").add(successor);
        return merger;
    }

    private static String merge(String unit, String successor) {
        return merge(unit, successor, "2025-07-01");
    }

    private static String merge(String unit, String successor, String on) {
        return as("ADMINISTRATOR")
                .post("/api/v1/successions", merger(unit, successor).put("effective", on))
                .is(201)
                .text("id");
    }

    private static void annul(String succession) {
        as("ADMINISTRATOR")
                .post("/api/v1/successions/" + succession + "/annulment", Bodies.because("2025-10-01", REASON))
                .is(200);
    }

    private static String unitOf(String id) {
        return as("VIEWER")
                .get(registration(id))
                .is(200)
                .json()
                .at("/form/unit")
                .asString();
    }

    private static JsonNode json(PublishedRecord record) {
        return Bodies.json(record.body());
    }
}
