package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.registration.running.Bodies;
import vn.dvk.registration.running.RunningService;

/** One registration's way through the two stages, and every "no" on it. */
class RegistrationsTest extends RunningService {

    @Test
    void from_draft_to_registered_model() {
        var programme = newProgramme();
        var draft = api.post("/api/v1/registrations", "OFFICER", Bodies.form(programme, newUnit()))
                .is(201);
        var id = draft.json().path("id").asString();

        assertEquals("\"1\"", draft.header("ETag"));
        assertEquals(registration(id), draft.header("Location"));
        assertEquals(programme + "/0001", draft.json().path("code").asString());
        assertEquals("DRAFT", draft.json().path("state").asString());
        assertEquals(1, draft.json().path("version").asInt());

        answers(id, "/submission", "OFFICER", Bodies.on("2024-01-26"), "SUBMITTED", 2);
        answers(id, "/selection", "REVIEWER", Bodies.selection("2024-01-30"), "SELECTED", 3);
        answers(id, "/acceptance", "REVIEWER", Bodies.acceptance("2024-02-05"), "REGISTERED", 4);

        var read = api.get(registration(id)).is(200);
        assertEquals("\"4\"", read.header("ETag"));
        assertEquals("2024-01-26", read.json().path("submittedOn").asString());
        assertEquals("2024-01-30", read.json().path("selectedOn").asString());
        assertEquals("2024-02-05", read.json().path("registeredOn").asString());
        assertEquals("15-TB/ĐU", read.json().path("approval").path("number").asString());
        assertEquals("Thôn 3", read.json().path("form").path("place").asString());
        assertEquals(0, read.json().path("missing").size());
    }

    private void answers(String id, String what, String role, Object body, String state, int version) {
        var answer = api.post(registration(id) + what, role, body).is(200);
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
        var id = api.post("/api/v1/registrations", "OFFICER", gaps)
                .is(201)
                .json()
                .path("id")
                .asString();

        assertEquals(
                List.of("field", "kind", "subject", "situation", "place", "goals"),
                texts(api.get(registration(id)).json().path("missing")));
        var refused = api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete");
        assertEquals(
                List.of("field", "kind", "subject", "situation", "place", "goals"),
                refused.json().path("errors").findValuesAsString("field"));
        assertEquals(
                "Chọn một lĩnh vực của phong trào: KT, VHXH.",
                refused.json().path("errors").get(0).path("detail").asString());

        api.put(registration(id), "OFFICER", Bodies.form(programme, unit)).is(200);
        assertEquals(0, api.get(registration(id)).json().path("missing").size());
        api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2024-01-26"))
                .is(200);
    }

    @Test
    void submission_asks_for_a_living_unit_and_a_day_of_the_programme() {
        var ended = newCode("U");
        api.put("/api/v1/units/" + ended, "ADMINISTRATOR", Bodies.unit("Xã cũ").put("validTo", "2024-01-25"))
                .is(201);
        var id = newDraft(newProgramme(), ended);

        var dead = api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete");
        assertEquals(
                "unit-not-alive", dead.json().path("errors").get(0).path("code").asString());
        var early = api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2023-12-31"))
                .is(422, "registration-incomplete");
        assertEquals(
                "outside-period",
                early.json().path("errors").get(0).path("code").asString());
        api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2024-01-25"))
                .is(200);

        var nowhere = newDraft(newProgramme(), newCode("NOBODY"));
        api.post(registration(nowhere) + "/submission", "OFFICER", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete");
    }

    @Test
    void what_is_not_due_yet_is_refused_as_a_conflict() {
        var draft = newDraft();
        api.post(registration(draft) + "/selection", "REVIEWER", Bodies.selection("2024-01-30"))
                .is(409, "not-submitted");
        api.post(registration(draft) + "/acceptance", "REVIEWER", Bodies.acceptance("2024-02-05"))
                .is(409, "not-selected");
        api.post(registration(draft) + "/return", "REVIEWER", Bodies.because("2024-01-30", "Còn chung chung"))
                .is(409, "not-under-review");
        api.post(
                        registration(draft) + "/amendment",
                        "OFFICER",
                        Bodies.because("2024-02-05", "Đổi").put("name", "A"))
                .is(409, "not-registered");

        var submitted = newSubmitted();
        var form = api.get(registration(submitted)).json().path("form");
        api.put(registration(submitted), "OFFICER", Bodies.json(form.toString()).put("name", "Tên khác"))
                .is(409, "not-editable");
        api.post(registration(submitted) + "/selection", "REVIEWER", Bodies.selection("2024-01-25"))
                .is(422, "date-before-previous");
    }

    @Test
    void what_is_returned_with_a_reason_comes_back() {
        var id = newSelected();
        api.post(registration(id) + "/return", "REVIEWER", Bodies.because("2024-02-01", "Ngắn"))
                .is(422, "invalid-fields");
        var returned = api.post(
                        registration(id) + "/return", "REVIEWER", Bodies.because("2024-02-01", "Nội dung chung chung"))
                .is(200);
        assertEquals("RETURNED", returned.json().path("state").asString());
        assertEquals(
                "Nội dung chung chung",
                api.get(registration(id)).json().path("reason").asString());

        var form = api.get(registration(id)).json().path("form");
        api.put(registration(id), "OFFICER", Bodies.json(form.toString()).put("situation", "12 hộ, mỗi ngày 50 kg rác"))
                .is(200);
        api.post(registration(id) + "/submission", "OFFICER", Bodies.on("2024-02-02"))
                .is(200);
    }

    @Test
    void a_registered_model_is_amended_and_withdrawn_with_a_reason() {
        var id = newRegistered();
        api.post(
                        registration(id) + "/amendment",
                        "OFFICER",
                        Bodies.because("2024-03-01", "Sửa tên theo thông báo").put("name", "Tổ tự quản số 3"))
                .is(200);
        assertEquals(
                "Tổ tự quản số 3",
                api.get(registration(id)).json().path("form").path("name").asString());
        api.post(
                        registration(id) + "/amendment",
                        "OFFICER",
                        Bodies.because("2024-03-01", "Sửa tên").put("name", "Tổ tự quản số 3"))
                .is(422, "nothing-to-amend");

        api.post(registration(id) + "/withdrawal", "OFFICER", Bodies.because("2024-04-01", "Đơn vị giải thể"))
                .is(200);
        assertEquals("WITHDRAWN", stateOf(id));
        api.post(registration(id) + "/withdrawal", "OFFICER", Bodies.because("2024-04-01", "Lý do khác"))
                .is(409, "withdrawn");
    }

    @Test
    void the_history_says_who_when_what_and_why() {
        var id = newSubmitted();
        api.post(registration(id) + "/return", "REVIEWER", Bodies.because("2024-02-01", "Nội dung chung chung"))
                .is(200);

        var history = api.get(registration(id) + "/history").is(200).json();

        assertEquals(
                List.of("registration.drafted.v1", "registration.submitted.v1", "registration.returned.v1"),
                history.findValuesAsString("type"));
        assertEquals(List.of("officer", "officer", "reviewer"), history.findValuesAsString("by"));
        assertEquals(List.of("1", "2", "3"), history.findValuesAsString("n"));
        var returned = history.get(2);
        assertEquals(
                "Nội dung chung chung", returned.path("data").path("reason").asString());
        assertEquals("2024-02-01", returned.path("data").path("on").asString());
        assertTrue(returned.path("at").asString().endsWith("Z"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        api.get(registration("nobody")).is(404, "not-found");
        api.get(registration("nobody") + "/history").is(404, "not-found");
        api.post(registration("nobody") + "/submission", "OFFICER", Bodies.on("2024-01-26"))
                .is(404, "not-found");
        api.post(registration("nobody") + "/selection", "REVIEWER", Bodies.selection("2024-01-30"))
                .is(404, "registration-unknown");
        api.post("/api/v1/registrations", "OFFICER", Bodies.form("NOBODY", "NOBODY"))
                .is(422, "programme-unknown");
        api.get("/api/v1/programmes/NOBODY").is(404, "not-found");
        api.get("/api/v1/units/NOBODY").is(404, "not-found");
    }

    @Test
    void the_list_is_read_page_by_page_without_gaps_or_repetitions() {
        var programme = newProgramme();
        var unit = newUnit();
        var rows = java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> Bodies.row(unit, "R" + i))
                .toList();
        api.post("/api/v1/registrations/bulk", "OFFICER", Bodies.rows(programme, rows))
                .is(200);

        var seen = new ArrayList<String>();
        var cursor = "";
        var pages = 0;
        do {
            var page = api.get("/api/v1/registrations?programme=" + programme + "&limit=3" + cursor)
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
        api.post(registration(other) + "/submission", "OFFICER", Bodies.on("2024-01-26"))
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
        api.get("/api/v1/registrations?limit=501").is(400, "malformed-parameter");
        api.get("/api/v1/registrations?limit=0").is(400, "malformed-parameter");
        api.get("/api/v1/registrations?state=DONE").is(400, "malformed-parameter");
    }

    @Test
    void what_was_typed_decomposed_or_with_blanks_is_the_same_name() {
        var decomposed = java.text.Normalizer.normalize("  Tổ tự\u00a0quản\ufeff  ", java.text.Normalizer.Form.NFD);
        var form = Bodies.form(newProgramme(), newUnit()).put("name", decomposed);
        var id = api.post("/api/v1/registrations", "OFFICER", form)
                .is(201)
                .json()
                .path("id")
                .asString();

        var name = api.get(registration(id)).json().path("form").path("name").asString();
        assertEquals("Tổ tự quản", name);
        assertTrue(decomposed.length() > 18, "the test needs a decomposed text");
    }

    private List<String> found(String query) {
        return api.get("/api/v1/registrations?" + query)
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
