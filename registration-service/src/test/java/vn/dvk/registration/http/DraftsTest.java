package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newSubmitted;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;
import static vn.dvk.registration.running.RunningRegistration.stateOf;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.registration.running.Bodies;
import vn.dvk.registration.store.Drafts;
import vn.dvk.spec.ApiResponse;

/** A draft is a document beside the stream, saved as often as one likes; the stream begins with the submission. */
class DraftsTest {

    @Test
    void however_often_it_is_saved_the_history_begins_with_the_submission() {
        var id = newDraft();
        for (var i = 2; i <= 5; i++) {
            assertEquals("\"" + i + "\"", save(id, "Tên " + i, i - 1).is(200).header("ETag"));
        }
        assertEquals(0, history(id).size());
        assertEquals("Tên 5", read(id).path("form").path("name").asString());

        var submitted = as("OFFICER")
                .ifMatch("\"5\"")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
        assertEquals(1, submitted.json().path("version").asInt());
        assertEquals(List.of("registration.submitted.v1"), history(id).findValuesAsString("type"));
        assertEquals("Tên 5", read(id).path("form").path("name").asString());
        assertFalse(drafts().find(new Document("_id", id)).iterator().hasNext());
    }

    @Test
    void only_what_was_seen_is_submitted() {
        var id = newDraft();
        save(id, "Tên khác", 1).is(200);
        as("OFFICER")
                .ifMatch("\"1\"")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(412, "overtaken");
        assertEquals("DRAFT", stateOf(id));
    }

    @Test
    void of_ten_who_save_what_they_saw_one_gets_through() throws Exception {
        var id = newDraft();
        var answers = new ArrayList<Future<ApiResponse>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 10; i++) {
                var name = "Tên " + i;
                answers.add(people.submit(() -> save(id, name, 1)));
            }
        }
        var through = 0;
        for (var answer : answers) {
            through += answer.get().status() == 200 ? 1 : 0;
        }
        assertEquals(1, through);
        assertEquals(2, read(id).path("version").asInt());
    }

    @Test
    void what_is_written_after_a_return_is_told_when_it_is_submitted_again() {
        var id = newSubmitted();
        as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-02-01", "Nội dung chung chung"))
                .is(200);
        assertEquals("\"3\"", save(id, "Tên thứ hai", 2).is(200).header("ETag"));
        assertEquals("\"4\"", save(id, "Tên thứ ba", 3).is(200).header("ETag"));
        save(id, "Tên thứ tư", 3).is(412, "overtaken");
        assertEquals("RETURNED", stateOf(id));
        assertEquals("Tên thứ ba", read(id).path("form").path("name").asString());
        assertEquals(2, history(id).size());

        as("OFFICER")
                .ifMatch("\"4\"")
                .post(registration(id) + "/submission", Bodies.on("2024-02-02"))
                .is(200);
        var last = history(id).get(2).path("data").path("draft").path("form");
        assertEquals("Tên thứ ba", last.path("name").asString());
        assertEquals(3, read(id).path("version").asInt());
    }

    @Test
    void a_draft_that_is_given_up_stays_given_up() {
        var programme = newProgramme();
        var form = Bodies.form(programme, newUnit());
        var key = Bodies.newKey();
        var id = as("OFFICER")
                .key(key)
                .post("/api/v1/registrations", form)
                .is(201)
                .text("id");
        as("OFFICER")
                .post(registration(id) + "/withdrawal", Bodies.because("2024-01-26", "Đăng ký nhầm"))
                .is(200);
        assertEquals("WITHDRAWN", stateOf(id));
        assertEquals(
                "WITHDRAWN",
                as("OFFICER")
                        .key(key)
                        .post("/api/v1/registrations", form)
                        .is(200)
                        .text("state"));
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(409, "withdrawn");
        save(id, "Tên khác", 2).is(409, "not-editable");
        assertEquals(List.of(id), listed("programme=" + programme + "&state=WITHDRAWN"));
    }

    @Test
    void a_repeated_request_finds_what_has_become_of_its_draft() {
        var form = Bodies.form(newProgramme(), newUnit());
        var key = Bodies.newKey();
        var id = as("OFFICER")
                .key(key)
                .post("/api/v1/registrations", form)
                .is(201)
                .text("id");
        save(id, "Tên khác", 1).is(200);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);

        var again = as("OFFICER").key(key).post("/api/v1/registrations", form).is(200);
        assertEquals("SUBMITTED", again.text("state"));
        as("OFFICER")
                .key(key)
                .post("/api/v1/registrations", form.put("name", "Tên thứ ba"))
                .is(422, "idempotency-key-reused");
    }

    @Test
    void drafts_and_what_was_submitted_are_one_list() {
        var programme = newProgramme();
        var unit = newUnit();
        var ids = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            var id = newDraft(programme, unit);
            ids.add(id);
            if (i % 2 == 0) {
                as("OFFICER")
                        .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                        .is(200);
            }
        }
        ids.sort(null);
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = as("VIEWER")
                    .get("/api/v1/registrations?limit=2&programme=" + programme + cursor)
                    .is(200)
                    .json();
            seen.addAll(page.path("items").findValuesAsString("id"));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertEquals(ids, seen);
    }

    @Test
    void a_draft_that_nobody_came_to_remove_is_of_no_account_and_goes_when_the_service_starts() {
        var id = newDraft();
        var left = drafts().find(new Document("_id", id)).first();
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
        assertTrue(left != null);
        drafts().insertOne(left); // as if the service had ended in between

        assertEquals("SUBMITTED", stateOf(id));
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.selection("2024-01-30"))
                .is(200);
        drafts().deleteOne(new Document("_id", id));
        drafts().insertOne(left);
        SERVICE.context().getBean(Drafts.class).prepare();
        assertFalse(drafts().find(new Document("_id", id)).iterator().hasNext());
        assertEquals("SELECTED", stateOf(id));
    }

    private static com.mongodb.client.MongoCollection<Document> drafts() {
        return SERVICE.context().getBean(MongoDatabase.class).getCollection("drafts");
    }

    private static ApiResponse save(String id, String name, int seen) {
        var form = Bodies.json(read(id).path("form").toString()).put("name", name);
        return as("OFFICER").ifMatch("\"" + seen + "\"").put(registration(id), form);
    }

    private static JsonNode read(String id) {
        return as("OFFICER").get(registration(id)).is(200).json();
    }

    private static JsonNode history(String id) {
        return as("VIEWER").get(registration(id) + "/history").is(200).json();
    }

    private static List<String> listed(String query) {
        return as("VIEWER")
                .get("/api/v1/registrations?" + query)
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }
}
