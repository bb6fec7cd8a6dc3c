package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newSubmitted;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;
import static vn.dvk.registration.running.RunningRegistration.stateOf;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.registration.running.Bodies;

/** Many at once: a row each, in order, and one bad row never stops the others. */
class BulkTest {

    @Test
    void good_rows_are_carried_out_beside_bad_ones() {
        var programme = newProgramme();
        var unit = newUnit();
        var body = Bodies.rows(
                programme,
                List.of(
                        Bodies.row(unit, "good"),
                        Bodies.row(unit, "nameless").put("name", " "),
                        Bodies.row(unit, "placeless").put("place", ""),
                        Bodies.row("nowhere!", "unit"),
                        Bodies.row(unit),
                        Bodies.row(unit, "future").put("submitOn", "2999-01-01"),
                        without(Bodies.row(unit, "draft"), "submitOn")));

        var answer =
                as("OFFICER").post("/api/v1/registrations/bulk", body).is(200).json();

        assertEquals(
                List.of("DONE", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "DONE"),
                answer.path("rows").findValuesAsString("outcome"));
        assertEquals(2, answer.path("done").asInt());
        assertEquals(0, answer.path("unchanged").asInt());
        assertEquals(5, answer.path("refused").asInt());
        assertEquals(programme + "/0001", row(answer, 0).path("code").asString());
        assertEquals("SUBMITTED", row(answer, 0).path("state").asString());
        assertEquals("DRAFT", row(answer, 6).path("state").asString());
        refused(answer, 1, "nameless", 422, "invalid-fields", "name");
        refused(answer, 2, "placeless", 422, "registration-incomplete", "place");
        refused(answer, 3, "unit", 422, "invalid-fields", "unit");
        refused(answer, 5, "future", 422, "invalid-fields", "submitOn");
        assertEquals(
                "key",
                row(answer, 4)
                        .path("problem")
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString());
        assertEquals(
                2,
                as("VIEWER")
                        .get("/api/v1/registrations?programme=" + programme)
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    void what_cannot_even_be_read_refuses_its_row_and_no_other() {
        var programme = newProgramme();
        var unit = newUnit();
        var body = Bodies.rows(
                programme,
                List.of(
                        Bodies.row(unit, "moment").put("submitOn", "2024-02-29T17:00:00.000Z"),
                        Bodies.row(unit, "serial").put("submitOn", 45352),
                        Bodies.row(unit, "kind").put("kind", 0),
                        Bodies.row(unit, "tittle").put("tittle", "x"),
                        Bodies.row(unit, "programme").put("programme", programme),
                        Bodies.row(unit, "good")));
        body.withArray("rows").add(5).addNull();
        body.withArray("rows").addArray();
        var goal = Bodies.row(unit, "goal");
        goal.withArray("goals").addObject().put("target", true);
        body.withArray("rows").add(goal);

        var answer =
                as("OFFICER").post("/api/v1/registrations/bulk", body).is(200).json();

        assertEquals(1, answer.path("done").asInt());
        assertEquals("DONE", row(answer, 5).path("outcome").asString());
        refused(answer, 0, "moment", 400, "malformed-field", "submitOn");
        refused(answer, 1, "serial", 400, "malformed-field", "submitOn");
        refused(answer, 2, "kind", 400, "malformed-field", "kind");
        refused(answer, 3, "tittle", 400, "unknown-field", "tittle");
        refused(answer, 4, "programme", 400, "unknown-field", "programme");
        refused(answer, 9, "goal", 400, "malformed-field", "goals[1].target");
        for (var i : List.of(6, 7, 8)) {
            assertEquals("REFUSED", row(answer, i).path("outcome").asString());
            assertEquals(
                    "malformed-field",
                    row(answer, i).path("problem").path("code").asString());
        }
    }

    private static void refused(JsonNode answer, int i, String key, int status, String code, String field) {
        var row = row(answer, i);
        assertEquals(key, row.path("key").asString());
        assertEquals(status, row.path("problem").path("status").asInt());
        assertEquals(code, row.path("problem").path("code").asString());
        assertEquals(
                field, row.path("problem").path("errors").get(0).path("field").asString());
        assertTrue(row.path("problem").path("detail").asString().length() > 10);
    }

    @Test
    void the_same_rows_again_are_unchanged_with_the_same_ids_and_codes() {
        var programme = newProgramme();
        var unit = newUnit();
        var rows =
                IntStream.range(0, 5).mapToObj(i -> Bodies.row(unit, "R" + i)).toList();
        var first = as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(programme, rows))
                .is(200)
                .json();
        var again = as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(programme, rows))
                .is(200)
                .json();

        assertEquals(5, again.path("unchanged").asInt());
        for (var name : List.of("id", "code", "version")) {
            assertEquals(
                    first.path("rows").findValuesAsString(name),
                    again.path("rows").findValuesAsString(name),
                    name);
        }
    }

    @Test
    void another_form_or_another_day_under_the_same_key_is_refused_also_within_one_request() {
        var programme = newProgramme();
        var unit = newUnit();
        var body = Bodies.rows(
                programme,
                List.of(
                        Bodies.row(unit, "one"),
                        Bodies.row(unit, "one"),
                        Bodies.row(unit, "one").put("name", "Tên khác"),
                        Bodies.row(unit, "one").put("submitOn", "2024-01-27")));

        var answer =
                as("OFFICER").post("/api/v1/registrations/bulk", body).is(200).json();

        assertEquals(
                List.of("DONE", "UNCHANGED", "REFUSED", "REFUSED"),
                answer.path("rows").findValuesAsString("outcome"));
        assertEquals(
                "idempotency-key-reused",
                row(answer, 2).path("problem").path("code").asString());
        assertEquals(
                "idempotency-key-reused",
                row(answer, 3).path("problem").path("code").asString());
    }

    @Test
    void a_row_that_is_a_draft_is_not_submitted_by_another_row_but_by_its_unit() {
        var programme = newProgramme();
        var row = Bodies.row(newUnit(), "one");
        var draft = Bodies.rows(programme, List.of(without(row.deepCopy(), "submitOn")));
        for (var expected : List.of("DONE", "UNCHANGED")) {
            var answer = as("OFFICER")
                    .post("/api/v1/registrations/bulk", draft)
                    .is(200)
                    .json();
            assertEquals(expected, row(answer, 0).path("outcome").asString());
            assertEquals("DRAFT", row(answer, 0).path("state").asString());
        }
        var answer = as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(programme, List.of(row)))
                .is(200)
                .json();
        assertEquals(
                "idempotency-key-reused",
                row(answer, 0).path("problem").path("code").asString());
    }

    @Test
    void a_key_counts_within_its_programme() {
        var unit = newUnit();
        for (var programme : List.of(newProgramme(), newProgramme())) {
            var body = Bodies.rows(programme, List.of(Bodies.row(unit, "one")));
            assertEquals(
                    1,
                    as("OFFICER")
                            .post("/api/v1/registrations/bulk", body)
                            .is(200)
                            .json()
                            .path("done")
                            .asInt());
        }
    }

    @Test
    void many_are_selected_and_accepted_at_once_and_again() {
        var one = newSubmitted();
        var two = newSubmitted();
        var draft = newDraft();
        var ids = List.of(one, draft, "nobody", two);

        for (var expected : List.of("DONE", "UNCHANGED")) {
            var selected = as("REVIEWER")
                    .post("/api/v1/registrations/bulk-selection", Bodies.ids(Bodies.selection("2024-01-30"), ids))
                    .is(200)
                    .json();
            assertEquals(
                    List.of(expected, "REFUSED", "REFUSED", expected),
                    selected.path("rows").findValuesAsString("outcome"));
            assertEquals(draft, row(selected, 1).path("id").asString());
            assertEquals(
                    "not-submitted",
                    row(selected, 1).path("problem").path("code").asString());
            assertEquals(404, row(selected, 2).path("problem").path("status").asInt());
        }
        for (var expected : List.of("DONE", "UNCHANGED")) {
            var accepted = as("REVIEWER")
                    .post("/api/v1/registrations/bulk-acceptance", Bodies.ids(Bodies.acceptance("2024-02-05"), ids))
                    .is(200)
                    .json();
            assertEquals(
                    List.of(expected, "REFUSED", "REFUSED", expected),
                    accepted.path("rows").findValuesAsString("outcome"));
        }
        assertEquals("REGISTERED", stateOf(one));
        assertEquals("REGISTERED", stateOf(two));
    }

    @Test
    void the_same_request_again_undoes_nothing_that_was_decided_since() {
        var id = newSubmitted();
        var selection = Bodies.ids(Bodies.selection("2024-01-30"), List.of(id));
        var key = Bodies.newKey();
        as("REVIEWER")
                .key(key)
                .post("/api/v1/registrations/bulk-selection", selection)
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-02-01", "Nội dung chung chung"))
                .is(200);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-02-02"))
                .is(200);

        var again = as("REVIEWER")
                .key(key)
                .post("/api/v1/registrations/bulk-selection", selection)
                .is(200)
                .json();

        assertEquals("UNCHANGED", row(again, 0).path("outcome").asString());
        assertEquals("SUBMITTED", stateOf(id));
    }

    @Test
    void a_request_without_rows_with_too_many_or_for_no_programme_is_refused_as_a_whole() {
        var programme = newProgramme();
        as("OFFICER")
                .post(
                        "/api/v1/registrations/bulk",
                        Bodies.rows(programme, List.of()).put("programme", programme))
                .is(422, "invalid-fields");
        var tooMany = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> Bodies.json("{\"name\":\"A\",\"unit\":\"U\"}").put("key", "K" + i))
                .toList();
        as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(programme, tooMany))
                .is(422, "invalid-fields");
        as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows("NOBODY", List.of(Bodies.row("U", "K"))))
                .is(422, "programme-unknown");
    }

    private static JsonNode row(JsonNode answer, int i) {
        return answer.path("rows").get(i);
    }

    private static tools.jackson.databind.node.ObjectNode without(
            tools.jackson.databind.node.ObjectNode body, String field) {
        body.remove(field);
        return body;
    }
}
