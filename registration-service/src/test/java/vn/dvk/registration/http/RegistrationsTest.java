package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newCode;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newRegistered;
import static vn.dvk.registration.running.RunningRegistration.newSelected;
import static vn.dvk.registration.running.RunningRegistration.newSubmitted;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;
import static vn.dvk.registration.running.RunningRegistration.stateOf;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.registration.running.Bodies;

/** One registration's way through the two stages, and every "no" on it. */
class RegistrationsTest {

    @Test
    void from_draft_to_registered_model() {
        var programme = newProgramme();
        var draft = as("OFFICER")
                .post("/api/v1/registrations", Bodies.form(programme, newUnit()))
                .is(201);
        var id = draft.json().path("id").asString();

        assertEquals("\"1\"", draft.header("ETag"));
        assertEquals(registration(id), draft.header("Location"));
        assertEquals(programme + "/0001", draft.json().path("code").asString());
        assertEquals("DRAFT", draft.json().path("state").asString());
        assertEquals(1, draft.json().path("version").asInt());

        answers(id, "/submission", "OFFICER", Bodies.on("2024-01-26"), "SUBMITTED", 1);
        answers(id, "/selection", "REVIEWER", Bodies.selection("2024-01-30"), "SELECTED", 2);
        answers(id, "/acceptance", "REVIEWER", Bodies.acceptance("2024-02-05"), "REGISTERED", 3);

        var read = as("VIEWER").get(registration(id)).is(200);
        assertEquals("\"3\"", read.header("ETag"));
        assertEquals("2024-01-26", read.json().path("submittedOn").asString());
        assertEquals("2024-01-30", read.json().path("selectedOn").asString());
        assertEquals("2024-02-05", read.json().path("registeredOn").asString());
        assertEquals("15-TB/ĐU", read.json().path("approval").path("number").asString());
        assertEquals("Thôn 3", read.json().path("form").path("place").asString());
        assertEquals(0, read.json().path("missing").size());
    }

    private void answers(String id, String what, String role, Object body, String state, int version) {
        var answer = as(role).post(registration(id) + what, body).is(200);
        assertEquals(state, answer.json().path("state").asString());
        assertEquals(version, answer.json().path("version").asInt());
        assertEquals("\"" + version + "\"", answer.header("ETag"));
    }

    @Test
    void a_draft_with_gaps_says_what_is_missing_until_it_is_rewritten() {
        var programme = newProgramme();
        var unit = newUnit();
        var gaps = Bodies.json("{\"name\":\"Mô hình mới\"}")
                .put("programme", programme)
                .put("unit", unit);
        var id = as("OFFICER")
                .post("/api/v1/registrations", gaps)
                .is(201)
                .json()
                .path("id")
                .asString();

        assertEquals(
                List.of("field", "kind", "subject", "situation", "place", "goals"),
                texts(as("VIEWER").get(registration(id)).json().path("missing")));
        var refused = as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete");
        assertEquals(
                List.of("field", "kind", "subject", "situation", "place", "goals"),
                refused.json().path("errors").findValuesAsString("field"));
        assertEquals(
                "Chọn một lĩnh vực của phong trào: KT, VHXH.",
                refused.json().path("errors").get(0).path("detail").asString());

        as("OFFICER").put(registration(id), Bodies.form(programme, unit)).is(200);
        assertEquals(
                0, as("VIEWER").get(registration(id)).json().path("missing").size());
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
    }

    @Test
    void goals_are_numbers_with_a_direction_and_keep_their_ids() {
        var programme = newProgramme();
        var form = Bodies.form(programme, newUnit());
        form.set("goals", Bodies.json("""
                {"goals":[{"indicator":"Số hộ tham gia","measure":"hộ","baseline":60,"target":12,"direction":"UP",
                           "due":"2024-06-30"}],
                 "milestones":[]}
                """).path("goals"));
        var id = as("OFFICER").post("/api/v1/registrations", form).is(201).text("id");
        var refused = as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete")
                .json()
                .path("errors")
                .get(0);
        assertEquals("goals[0].target", refused.path("field").asString());
        assertEquals("goal-span", refused.path("code").asString());
        assertTrue(refused.path("detail").asString().contains("từ 12 lên 60"), refused.toString());

        var read = Bodies.json(
                as("OFFICER").get(registration(id)).json().path("form").toString());
        var goal = (tools.jackson.databind.node.ObjectNode) read.path("goals").get(0);
        assertEquals("G1", goal.path("id").asString());
        goal.put("baseline", 12).put("target", 60.5);
        as("OFFICER").put(registration(id), read).is(200);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
        var kept = as("VIEWER")
                .get(registration(id))
                .json()
                .path("form")
                .path("goals")
                .get(0);
        assertEquals("60.5", kept.path("target").asString());
        assertEquals("2024-06-30", kept.path("due").asString());
    }

    @Test
    void submission_asks_for_a_living_unit_and_a_day_of_the_programme() {
        var ended = newCode("U");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + ended, Bodies.unit("Xã cũ").put("validTo", "2024-01-25"))
                .is(201);
        var id = newDraft(newProgramme(), ended);

        var dead = as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete");
        assertEquals(
                "unit-not-alive", dead.json().path("errors").get(0).path("code").asString());
        var early = as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2023-12-31"))
                .is(422, "registration-incomplete");
        assertEquals(
                "outside-period",
                early.json().path("errors").get(0).path("code").asString());
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-25"))
                .is(200);

        var nowhere = newDraft(newProgramme(), newCode("NOBODY"));
        as("OFFICER")
                .post(registration(nowhere) + "/submission", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete");
    }

    @Test
    void nothing_is_applied_for_at_a_level_that_is_no_more() {
        var programme = newCode("P");
        as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + programme, Bodies.programme().put("to", "2025-12-31"))
                .is(201);
        var id = as("OFFICER")
                .post("/api/v1/registrations", Bodies.form(programme, newUnit()).put("level", "DISTRICT"))
                .is(201)
                .text("id");

        var late = as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2025-07-01"))
                .is(422, "registration-incomplete");
        assertEquals(
                List.of("term-not-in-force"),
                late.json()
                        .path("errors")
                        .valueStream()
                        .map(one -> one.path("code").asString())
                        .toList());
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2025-06-30"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.selection("2025-06-30"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/acceptance", Bodies.acceptance("2025-07-01"))
                .is(422, "registration-incomplete");
    }

    @Test
    void what_is_not_due_yet_is_refused_as_a_conflict() {
        var draft = newDraft();
        as("REVIEWER")
                .post(registration(draft) + "/selection", Bodies.selection("2024-01-30"))
                .is(409, "not-submitted");
        as("REVIEWER")
                .post(registration(draft) + "/acceptance", Bodies.acceptance("2024-02-05"))
                .is(409, "not-selected");
        as("REVIEWER")
                .post(registration(draft) + "/return", Bodies.because("2024-01-30", "Còn chung chung"))
                .is(409, "not-under-review");
        as("OFFICER")
                .post(
                        registration(draft) + "/correction",
                        Bodies.because("2024-02-05", "Đổi").put("name", "A"))
                .is(409, "not-registered");

        var submitted = newSubmitted();
        var form = as("VIEWER").get(registration(submitted)).json().path("form");
        as("OFFICER")
                .put(registration(submitted), Bodies.json(form.toString()).put("name", "Tên khác"))
                .is(409, "not-editable");
        as("REVIEWER")
                .post(registration(submitted) + "/selection", Bodies.selection("2024-01-25"))
                .is(422, "date-before-previous");
    }

    @Test
    void what_is_returned_with_a_reason_comes_back() {
        var id = newSelected();
        as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-02-01", "Ngắn"))
                .is(422, "invalid-fields");
        var returned = as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-02-01", "Nội dung chung chung"))
                .is(200);
        assertEquals("RETURNED", returned.json().path("state").asString());
        assertEquals(
                "Nội dung chung chung",
                as("VIEWER").get(registration(id)).json().path("reason").asString());

        var form = as("VIEWER").get(registration(id)).json().path("form");
        as("OFFICER")
                .put(registration(id), Bodies.json(form.toString()).put("situation", "12 hộ, mỗi ngày 50 kg rác"))
                .is(200);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-02-02"))
                .is(200);
    }

    @Test
    void a_registered_model_is_corrected_and_withdrawn_with_a_reason() {
        var id = newRegistered();
        as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-03-01", "Sửa tên theo thông báo").put("name", "Tổ tự quản số 3"))
                .is(200);
        assertEquals(
                "Tổ tự quản số 3",
                as("VIEWER")
                        .get(registration(id))
                        .json()
                        .path("form")
                        .path("name")
                        .asString());
        as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-03-01", "Sửa tên").put("name", "Tổ tự quản số 3"))
                .is(422, "nothing-to-correct");

        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because("2024-04-01", "Đơn vị giải thể"))
                .is(200);
        assertEquals("WITHDRAWN", stateOf(id));
        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because("2024-04-01", "Lý do khác"))
                .is(409, "withdrawn");
    }

    @Test
    void a_correction_reaches_what_need_not_be_said_and_how_it_was_accepted_also_of_what_was_withdrawn() {
        var id = newRegistered();
        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because("2024-04-01", "Đơn vị giải thể"))
                .is(200);
        var body = Bodies.because("2024-04-02", "Ghi nhầm ngày phê duyệt");
        body.withArray("empty").add("level");
        var accepted = body.putObject("accepted").put("on", "2024-02-06");
        accepted.set("approval", Bodies.document("16-TB/ĐU", "2024-02-06"));
        as("OFFICER").post(registration(id) + "/correction", body).is(200);

        var read = as("VIEWER").get(registration(id)).json();
        assertEquals("WITHDRAWN", read.path("state").asString());
        assertEquals("2024-02-06", read.path("registeredOn").asString());
        assertEquals("16-TB/ĐU", read.at("/approval/number").asString());
        assertTrue(read.at("/form/level").isMissingNode());
        as("OFFICER").post(registration(id) + "/correction", body).is(422, "nothing-to-correct");

        body.withArray("empty").removeAll().add("name");
        accepted.put("on", "2024-05-01");
        as("OFFICER")
                .post(registration(id) + "/correction", body)
                .is(422, "registration-incomplete")
                .fault("empty[0]", "not-emptied");
        accepted.remove("approval");
        as("OFFICER")
                .post(registration(id) + "/correction", body)
                .is(422, "invalid-fields")
                .fault("accepted.approval", "required");
    }

    @Test
    void a_model_goes_over_to_a_commune_that_was_not_there_when_it_was_registered() {
        var id = newRegistered();
        var born = newCode("U");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + born, Bodies.unit("Xã mới").put("validFrom", "2025-07-01"))
                .is(201);

        var early = as("REVIEWER")
                .post(registration(id) + "/transfer", Bodies.on("2025-06-30").put("unit", born))
                .is(422, "registration-incomplete");
        assertEquals(
                "unit-not-alive",
                early.json().path("errors").get(0).path("code").asString());
        as("OFFICER")
                .post(
                        registration(id) + "/change",
                        Bodies.because("2025-07-01", "Sáp nhập").put("unit", born))
                .is(422, "registration-incomplete");
        as("REVIEWER")
                .post(registration(id) + "/transfer", Bodies.on("2025-07-01").put("unit", born))
                .is(200);

        var form = as("VIEWER").get(registration(id)).is(200).json().path("form");
        assertEquals(born, form.path("unit").asString());
    }

    @Test
    void a_change_holds_from_its_day_on() {
        var id = newRegistered();
        var change = Bodies.because("2024-03-01", "Mở rộng địa bàn").put("place", "Thôn 3 và thôn 4");
        change.set("paper", Bodies.document("20-TB/ĐU", "2024-03-01"));
        as("OFFICER").post(registration(id) + "/change", change).is(200);

        var history = as("VIEWER").get(registration(id) + "/history").is(200).json();
        var changed = history.get(history.size() - 1);
        assertEquals("registration.changed.v1", changed.path("type").asString());
        assertEquals("2024-03-01", changed.path("data").path("on").asString());
        assertEquals(
                List.of("place"),
                changed.path("data")
                        .path("fields")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        as("OFFICER")
                .post(
                        registration(id) + "/change",
                        Bodies.because("2024-03-01", "Mở rộng").put("place", "Thôn 3 và thôn 4"))
                .is(422, "nothing-to-change");
    }

    @Test
    void what_was_entered_twice_is_voided_and_nothing_more_happens_to_it() {
        var id = newRegistered();
        as("REVIEWER")
                .post(registration(id) + "/void", Bodies.because("2024-03-03", "Nhập trùng"))
                .is(200);
        assertEquals("VOIDED", stateOf(id));
        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because("2024-04-01", "Đơn vị giải thể"))
                .is(409, "voided");
        as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-04-01", "Sửa tên").put("name", "Tổ tự quản số 3"))
                .is(409, "voided");
    }

    @Test
    void what_is_not_approved_does_not_come_back() {
        var id = newSubmitted();
        as("REVIEWER")
                .post(registration(id) + "/non-approval", Bodies.because("2024-02-01", "Trùng với mô hình đã duyệt"))
                .is(200);
        var read = as("VIEWER").get(registration(id)).is(200);
        assertEquals("NOT_APPROVED", read.text("state"));
        assertEquals("Trùng với mô hình đã duyệt", read.text("reason"));
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-02-02"))
                .is(409, "not-approved");
    }

    @Test
    void the_history_says_who_when_what_and_why() {
        var id = newSubmitted();
        as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-02-01", "Nội dung chung chung"))
                .is(200);

        var history = as("VIEWER").get(registration(id) + "/history").is(200).json();

        assertEquals(
                List.of("registration.submitted.v1", "registration.returned.v1"), history.findValuesAsString("type"));
        assertEquals(List.of("officer", "reviewer"), history.findValuesAsString("by"));
        assertEquals(List.of("1", "2"), history.findValuesAsString("n"));
        var returned = history.get(1);
        assertEquals(
                "Nội dung chung chung", returned.path("data").path("reason").asString());
        assertEquals("2024-02-01", returned.path("data").path("on").asString());
        assertTrue(returned.path("at").asString().endsWith("Z"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        as("VIEWER").get(registration("nobody")).is(404, "not-found");
        as("VIEWER").get(registration("nobody") + "/history").is(404, "not-found");
        as("OFFICER")
                .post(registration("nobody") + "/submission", Bodies.on("2024-01-26"))
                .is(404, "registration-unknown");
        as("REVIEWER")
                .post(registration("nobody") + "/selection", Bodies.selection("2024-01-30"))
                .is(404, "registration-unknown");
        as("OFFICER")
                .post("/api/v1/registrations", Bodies.form("NOBODY", "NOBODY"))
                .is(422, "programme-unknown");
        as("VIEWER").get("/api/v1/programmes/NOBODY").is(404, "not-found");
        as("VIEWER").get("/api/v1/units/NOBODY").is(404, "not-found");
    }

    @Test
    void the_list_is_read_page_by_page_without_gaps_or_repetitions() {
        var programme = newProgramme();
        var unit = newUnit();
        var rows = java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> Bodies.row(unit, "R" + i))
                .toList();
        as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(programme, rows))
                .is(200);

        var seen = new ArrayList<String>();
        var cursor = "";
        var pages = 0;
        do {
            var page = as("VIEWER")
                    .get("/api/v1/registrations?programme=" + programme + "&limit=3" + cursor)
                    .is(200)
                    .json();
            assertTrue(page.path("items").size() <= 3);
            seen.addAll(page.path("items").findValuesAsString("id"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
            pages++;
        } while (!cursor.isEmpty());

        assertEquals(3, pages);
        assertEquals(7, seen.size());
        assertEquals(7, seen.stream().distinct().count());
    }

    @Test
    void the_list_is_narrowed_by_programme_unit_state_and_name() {
        var programme = newProgramme();
        var unit = newUnit();
        var draft = newDraft(programme, unit);
        var other = newDraft(programme, newUnit());
        as("OFFICER")
                .post(registration(other) + "/submission", Bodies.on("2024-01-26"))
                .is(200);

        assertEquals(List.of(draft), found("programme=" + programme + "&unit=" + unit));
        assertEquals(List.of(other), found("programme=" + programme + "&state=SUBMITTED"));
        assertEquals(List.of(draft), found("programme=" + programme + "&state=DRAFT"));
        assertEquals(
                2,
                found("programme=" + programme + "&q=to%20tu%20quan%20THU%20gom")
                        .size());
        assertEquals(
                2,
                found("programme=" + programme + "&q=T%E1%BB%95%20t%E1%BB%B1%20qu%E1%BA%A3n")
                        .size());
        assertEquals(List.of(draft), found("q=" + programme + "/0001"));
        assertEquals(List.of(), found("programme=" + programme + "&q=.*"));
        as("VIEWER").get("/api/v1/registrations?limit=501").is(400, "malformed-parameter");
        as("VIEWER").get("/api/v1/registrations?limit=0").is(400, "malformed-parameter");
        as("VIEWER").get("/api/v1/registrations?state=DONE").is(400, "malformed-parameter");
    }

    @Test
    void what_was_typed_decomposed_or_with_blanks_is_the_same_name() {
        var decomposed = java.text.Normalizer.normalize("  Tổ tự\u00a0quản\ufeff  ", java.text.Normalizer.Form.NFD);
        var form = Bodies.form(newProgramme(), newUnit()).put("name", decomposed);
        var id = as("OFFICER")
                .post("/api/v1/registrations", form)
                .is(201)
                .json()
                .path("id")
                .asString();

        var name = as("VIEWER")
                .get(registration(id))
                .json()
                .path("form")
                .path("name")
                .asString();
        assertEquals("Tổ tự quản", name);
        assertTrue(decomposed.length() > 18, "the test needs a decomposed text");
    }

    private List<String> found(String query) {
        return as("VIEWER")
                .get("/api/v1/registrations?" + query)
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
