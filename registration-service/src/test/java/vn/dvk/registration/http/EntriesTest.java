package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newCode;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newRegistered;
import static vn.dvk.registration.running.RunningRegistration.newSubmitted;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.ApiResponse;

/** Entries that belong together: over the periods, over the programmes, and over the units. */
class EntriesTest {

    private static final String NOBODY = "00000000-0000-3000-8000-000000000000";

    @Test
    void an_entry_continues_one_of_an_earlier_programme() {
        var first = newRegistered();
        var form = Bodies.form(newProgramme(), newUnit()).put("continues", first);
        var id = draft(form);
        var read = as("VIEWER").get(registration(id)).is(200).json();
        assertEquals("RUNNING", read.at("/form/origin").asString());
        assertEquals(first, read.at("/form/continues").asString());

        submit(id, "2024-06-30").is(200);
        accept(id, "2024-07-05");

        // It goes on from there, and the first cannot go on from the last.
        var ring = as("REVIEWER")
                .post(
                        registration(first) + "/correction",
                        Bodies.because("2024-08-01", "Ghi thiếu").put("continues", id))
                .is(422, "registration-incomplete")
                .json();
        assertEquals("origin", ring.at("/errors/0/field").asString());
    }

    @Test
    void a_ring_over_several_entries_is_found() {
        var first = maintained(null);
        var second = maintained(first);
        var third = maintained(second);
        var ring = as("REVIEWER")
                .post(
                        registration(first) + "/correction",
                        Bodies.because("2024-12-31", "Ghi thiếu").put("continues", third))
                .is(422, "registration-incomplete")
                .json();
        assertEquals(List.of("continues"), ring.path("errors").findValuesAsString("field"));
        assertEquals("chain-cycle", ring.at("/errors/0/code").asString());
    }

    @Test
    void what_cannot_be_continued_is_refused_with_what_to_do() {
        var programme = newProgramme();
        refused(Bodies.form(programme, newUnit()).put("continues", NOBODY), "model-unknown");
        refused(Bodies.form(programme, newUnit()).put("continues", newSubmitted()), "model-not-registered");
        refused(
                Bodies.form(newProgramme(), newUnit()).put("origin", "NEW").put("continues", newRegistered()),
                "continues-is-not-new");

        var unit = newUnit();
        var same = draft(Bodies.form(programme, unit));
        submit(same, "2024-01-26").is(200);
        accept(same, "2024-02-05");
        refused(Bodies.form(programme, unit).put("continues", same), "continues-same-programme");
        var later = Bodies.form(newProgramme(), unit).put("continues", same);
        var id = draft(later);
        var why = submit(id, "2024-02-05").is(422, "registration-incomplete").json();
        assertEquals("continues-later", why.at("/errors/0/code").asString());
    }

    @Test
    void a_copy_names_a_registered_model() {
        var copy =
                Bodies.form(newProgramme(), newUnit()).put("origin", "REPLICA").put("replicaOf", NOBODY);
        refused(copy, "model-unknown");
        submit(draft(copy.put("replicaOf", newRegistered())), "2024-03-01").is(200);
    }

    @Test
    void rows_of_one_request_are_checked_each_by_itself() {
        var unit = newUnit();
        var good = Bodies.row(unit, "good").put("submitOn", "2024-06-30").put("continues", newRegistered());
        var bad = Bodies.row(unit, "bad").put("submitOn", "2024-06-30").put("continues", NOBODY);
        var rows = as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(newProgramme(), List.of(good, bad)))
                .is(200)
                .json()
                .path("rows");
        assertEquals("SUBMITTED", rows.at("/0/state").asString(), rows.toString());
        assertEquals("continues", rows.at("/1/problem/errors/0/field").asString());
    }

    @Test
    void several_units_own_a_model_and_one_leads_it() {
        var unit = newUnit();
        var other = newUnit();
        var form = Bodies.form(newProgramme(), unit);
        var owners = owners(unit, "LEAD", other, "CO_OWNER");
        ((ObjectNode) owners.get(0)).put("share", 60.5);
        ((ObjectNode) owners.get(1)).put("share", 39.5);
        form.set("owners", owners);
        var id = draft(form);
        submit(id, "2024-01-26").is(200);
        accept(id, "2024-02-05");

        as("REVIEWER")
                .post(registration(id) + "/transfer", Bodies.on("2024-06-01").put("unit", other))
                .is(200);
        var after = as("VIEWER").get(registration(id)).json().at("/form/owners");
        assertEquals(1, after.size());
        assertEquals(other, after.at("/0/unit").asString());
        assertEquals(100, after.at("/0/share").asInt());
    }

    @Test
    void owners_that_cannot_be_are_refused() {
        var unit = newUnit();
        var programme = newProgramme();
        refused(owned(programme, unit, owners(unit, "LEAD", newUnit(), "LEAD")), "two-leads");
        refused(owned(programme, unit, owners(newUnit(), "LEAD", unit, "CO_OWNER")), "lead-is-the-unit");
        refused(owned(programme, unit, owners(unit, "LEAD", "NOBODY", "CO_OWNER")), "unit-not-alive");
        var shares = owners(unit, "LEAD", newUnit(), "CO_OWNER");
        ((ObjectNode) shares.get(0)).put("share", 70);
        refused(owned(programme, unit, shares), "shares-incomplete");
    }

    @Test
    void a_registered_entry_is_forwarded_to_the_programme_above_its_own() {
        var above = programme(newCode("P"), null);
        var own = programme(newCode("P"), above);
        var id = registeredIn(own);

        var stranger = as("REVIEWER")
                .post(registration(id) + "/forwarding", Bodies.forwarding("2024-06-01", newProgramme()))
                .is(422, "not-forwardable")
                .json();
        assertEquals("forward-not-to-parent", stranger.at("/errors/0/code").asString());
        assertTrue(stranger.at("/errors/0/detail").asString().contains(above), stranger.toString());

        var forwarding = Bodies.forwarding("2024-06-01", above);
        as("REVIEWER").post(registration(id) + "/forwarding", forwarding).is(200);
        var again = as("REVIEWER")
                .post(registration(id) + "/forwarding", forwarding)
                .is(200);
        assertEquals(4, again.json().path("version").asInt());
        as("REVIEWER")
                .post(registration(id) + "/forwarding", Bodies.forwarding("2024-06-02", above))
                .is(409, "already-forwarded");
        var read = as("VIEWER").get(registration(id)).json();
        assertEquals(above, read.at("/forwarded/0/programme").asString());
        assertEquals("PTKT", read.at("/forwarded/0/fields/0/as").asString());
        assertEquals(own, read.at("/form/programme").asString());

        var undoing = Map.of("on", "2024-06-20", "programme", above, "reason", "Chuyển nhầm phong trào");
        as("REVIEWER").post(registration(id) + "/forwarding/void", undoing).is(200);
        as("REVIEWER").post(registration(id) + "/forwarding/void", undoing).is(200);
        assertEquals(
                0, as("VIEWER").get(registration(id)).json().path("forwarded").size());
        as("REVIEWER")
                .post(
                        registration(id) + "/forwarding/void",
                        Map.of("on", "2024-06-21", "programme", above, "reason", "Lần nữa"))
                .is(409, "not-forwarded");
        as("REVIEWER").post(registration(id) + "/forwarding", forwarding).is(200);
    }

    @Test
    void what_was_registered_as_new_is_put_right_with_what_it_continues() {
        var id = newRegistered();
        var right = new HashMap<String, Object>(
                Map.of("on", "2024-09-02", "reason", "Đã duy trì từ giai đoạn trước", "origin", "RUNNING"));
        right.put("continues", NOBODY);
        as("REVIEWER").post(registration(id) + "/correction", right).is(422, "registration-incomplete");
        right.remove("continues");
        as("REVIEWER").post(registration(id) + "/correction", right).is(200);
        assertEquals(
                "RUNNING",
                as("VIEWER").get(registration(id)).json().at("/form/origin").asString());
    }

    @Test
    void what_is_not_registered_is_not_forwarded() {
        as("REVIEWER")
                .post(registration(newDraft()) + "/forwarding", Bodies.forwarding("2024-06-01", "NA-2024"))
                .is(409, "not-registered");
    }

    @Test
    void a_historic_programme_is_entered_as_far_as_its_papers_tell() {
        var programme = newCode("P");
        as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + programme, Bodies.programme().put("historic", true))
                .is(201);
        var id = draft(Bodies.form(programme, newUnit()));
        submit(id, "2024").is(200);
        as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-02", "Còn chung chung"))
                .is(200);
        submit(id, "2024").is(200);
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.on("2024-03"))
                .is(200);
        as("REVIEWER").post(registration(id) + "/acceptance", noNumber()).is(200);

        var read = as("VIEWER").get(registration(id)).json();
        assertEquals("2024-06-30", read.path("registeredOn").asString());
        assertEquals("2024-03-31", read.path("selectedOn").asString());
        assertEquals(
                "{\"submittedOn\":\"2024\",\"selectedOn\":\"03/2024\",\"registeredOn\":\"2024\",\"approval.date\":\"2024\"}",
                read.path("asKnown").toString());
        assertEquals(5, read.path("incomplete").size());
        as("REVIEWER")
                .post(
                        registration(id) + "/transfer",
                        Bodies.because("2024", "Sáp nhập").put("unit", newUnit()))
                .is(200);
        var rows = as("OFFICER")
                .post(
                        "/api/v1/registrations/bulk",
                        Bodies.rows(
                                programme, List.of(Bodies.row(newUnit(), "one").put("submitOn", "2024-05"))))
                .is(200)
                .json()
                .path("rows");
        assertEquals("SUBMITTED", rows.at("/0/state").asString(), rows.toString());
    }

    @Test
    void of_a_programme_that_runs_everything_has_to_be_known() {
        var id = draft(Bodies.form(newProgramme(), newUnit()));
        assertEquals(
                List.of("day-missing"),
                codes(submit(id, "2024-03").is(422, "registration-incomplete").json()));
        submit(id, "2024-03-01").is(200);
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.on("2024-13"))
                .is(400);
        as("REVIEWER").post(registration(id) + "/selection", Bodies.on("2999")).is(422);
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.on("2024-03-05"))
                .is(200);
        assertEquals(
                List.of("day-missing", "number-missing", "day-missing"),
                codes(as("REVIEWER")
                        .post(registration(id) + "/acceptance", noNumber())
                        .is(422, "papers-incomplete")
                        .json()));
    }

    @Test
    void resources_in_dong_and_in_days_are_added_up() {
        var form = Bodies.form(newProgramme(), newUnit());
        var resources = form.withArray("resources");
        resources
                .addObject()
                .put("kind", "Tiền")
                .put("amount", 5000000)
                .put("measure", "DONG")
                .put("source", "Ngân sách");
        resources
                .addObject()
                .put("kind", "Tiền")
                .put("amount", "2500000")
                .put("measure", "DONG")
                .put("source", "Xã hội hóa");
        resources.addObject().put("kind", "Ngày công").put("amount", "12,5").put("measure", "DAYS");
        resources.addObject().put("kind", "Thùng rác").put("amount", "12 chiếc");
        var sums = as("VIEWER").get(registration(draft(form))).json().path("resources");
        assertEquals(7500000, sums.path("DONG").asLong());
        assertEquals("12.5", sums.path("DAYS").decimalValue().toPlainString());

        ((ObjectNode) form.at("/resources/0")).put("amount", "5.000.000");
        refused(form, "amount-no-number");
    }

    private static ObjectNode noNumber() {
        var body = Bodies.on("2024");
        body.set("approval", Bodies.json("{\"date\":\"2024\",\"issuer\":\"Đảng ủy xã\"}"));
        return body;
    }

    @Test
    void programmes_do_not_stand_above_themselves() {
        var above = programme(newCode("P"), null);
        var below = programme(newCode("P"), above);
        var ring = as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + above, below(below))
                .is(422, "programme-invalid")
                .json();
        assertEquals("programme-parent-below", ring.at("/errors/0/code").asString());
        var nobody = as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + newCode("P"), below("NOBODY"))
                .is(422, "programme-invalid")
                .json();
        assertEquals("parent", nobody.at("/errors/0/field").asString());
        assertEquals("parent-programme-unknown", nobody.at("/errors/0/code").asString());
    }

    private static void refused(ObjectNode form, String code) {
        var why = submit(draft(form), "2024-06-30")
                .is(422, "registration-incomplete")
                .json();
        assertEquals(List.of(code), codes(why), why.toString());
    }

    private static List<String> codes(JsonNode problem) {
        return problem.path("errors").findValuesAsString("code");
    }

    private static String draft(ObjectNode form) {
        return as("OFFICER").post("/api/v1/registrations", form).is(201).text("id");
    }

    private static ApiResponse submit(String id, String day) {
        return as("OFFICER").post(registration(id) + "/submission", Bodies.on(day));
    }

    private static void accept(String id, String day) {
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.selection(day))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/acceptance", Bodies.acceptance(day))
                .is(200);
    }

    /** In a programme of its own, each a month after the one before. */
    private static String maintained(@Nullable String before) {
        var form = Bodies.form(newProgramme(), newUnit()).put("origin", "RUNNING");
        var day = "2024-03-01";
        if (before != null) {
            form.put("continues", before);
            var registeredOn = as("VIEWER").get(registration(before)).json().path("registeredOn");
            day = LocalDate.parse(registeredOn.asString()).plusMonths(1).toString();
        }
        var id = draft(form);
        submit(id, day).is(200);
        accept(id, day);
        return id;
    }

    private static ObjectNode owned(String programme, String unit, JsonNode owners) {
        var form = Bodies.form(programme, unit).put("name", "Mô hình " + UUID.randomUUID());
        form.set("owners", owners);
        return form;
    }

    private static JsonNode owners(String one, String role, String other, String otherRole) {
        var body = Bodies.json("{}");
        var owners = body.withArray("owners");
        owners.addObject().put("unit", one).put("role", role);
        owners.addObject().put("unit", other).put("role", otherRole);
        return owners;
    }

    private static ObjectNode below(String parent) {
        return Bodies.programme().put("parent", parent);
    }

    /** With an economy of its own name, if it is the uppermost; below, that is what KT counts as. */
    private static String programme(String code, @Nullable String parent) {
        var body = Bodies.programme();
        var economy = (ObjectNode) body.at("/fields/0");
        if (parent == null) {
            economy.put("code", "PTKT");
        } else {
            body.put("parent", parent);
            economy.put("parentField", "PTKT");
        }
        as("ADMINISTRATOR").put("/api/v1/programmes/" + code, body).is(201);
        return code;
    }

    private static String registeredIn(String programme) {
        var id = draft(Bodies.form(programme, newUnit()));
        submit(id, "2024-01-26").is(200);
        accept(id, "2024-02-05");
        return id;
    }
}
