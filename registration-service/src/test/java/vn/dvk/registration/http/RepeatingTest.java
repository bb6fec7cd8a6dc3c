package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.running.Api.Response;
import vn.dvk.registration.running.Bodies;
import vn.dvk.registration.running.RunningService;

/** Asking twice, asking with an old version, and two who ask at the same time. */
class RepeatingTest extends RunningService {

    @Test
    void the_same_draft_under_the_same_key_is_one_draft() {
        var form = Bodies.form(newProgramme(), newUnit());
        var key = Bodies.newKey();
        var first = draft(form, "OFFICER", key).is(201);
        var again = draft(form, "OFFICER", key).is(200);

        assertEquals(first.json(), again.json());
        assertEquals(first.header("ETag"), again.header("ETag"));
    }

    @Test
    void another_draft_under_the_same_key_is_refused() {
        var form = Bodies.form(newProgramme(), newUnit());
        var key = Bodies.newKey();
        draft(form, "OFFICER", key).is(201);
        draft(form.deepCopy().put("name", "Tên khác"), "OFFICER", key).is(422, "idempotency-key-reused");
    }

    @Test
    void a_key_is_its_persons_own() {
        var form = Bodies.form(newProgramme(), newUnit());
        var key = Bodies.newKey();
        var one = draft(form, "OFFICER", key).is(201);
        var other = api.send(api.request("/api/v1/registrations")
                        .header("Authorization", "Bearer " + vn.dvk.spec.Tokens.of("another", "OFFICER@NA"))
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form.toString())))
                .is(201);
        assertNotEquals(one.json().path("id"), other.json().path("id"));
    }

    @Test
    void a_command_under_the_same_key_is_carried_out_once() {
        var id = newRegistered();
        var key = Bodies.newKey();
        var change = Bodies.because("2024-03-01", "Sửa tên").put("name", "Tên mới");
        var first = api.post(registration(id) + "/amendment", "OFFICER", change, "Idempotency-Key", key)
                .is(200);
        var again = api.post(registration(id) + "/amendment", "OFFICER", change, "Idempotency-Key", key)
                .is(200);

        assertEquals(first.json(), again.json());
        assertEquals(5, api.get(registration(id) + "/history").json().size());
    }

    @Test
    void whoever_has_seen_an_older_version_is_told() {
        var id = newDraft();
        var form = api.get(registration(id)).json().path("form").toString();
        api.put(registration(id), "OFFICER", Bodies.json(form).put("name", "Tên thứ hai"), "If-Match", "\"1\"")
                .is(200);
        var lost = api.put(
                        registration(id), "OFFICER", Bodies.json(form).put("name", "Tên thứ ba"), "If-Match", "\"1\"")
                .is(412, "overtaken");

        assertEquals("\"2\"", lost.header("ETag"));
        assertEquals(
                "Tên thứ hai",
                api.get(registration(id)).json().path("form").path("name").asString());
        api.put(registration(id), "OFFICER", Bodies.json(form), "If-Match", "2").is(400, "malformed-etag");
    }

    @Test
    void units_and_programmes_know_versions_too() {
        var unit = newUnit();
        api.put("/api/v1/units/" + unit, "ADMINISTRATOR", Bodies.unit("Xã Một"), "If-Match", "\"1\"")
                .is(200);
        api.put("/api/v1/units/" + unit, "ADMINISTRATOR", Bodies.unit("Xã Hai"), "If-Match", "\"1\"")
                .is(412, "overtaken");
        var programme = newProgramme();
        api.put(
                        "/api/v1/programmes/" + programme,
                        "ADMINISTRATOR",
                        Bodies.programme().put("name", "Khác"),
                        "If-Match",
                        "\"7\"")
                .is(412, "overtaken");
    }

    @Test
    void ten_who_send_the_same_draft_at_once_get_the_same_one() throws Exception {
        var form = Bodies.form(newProgramme(), newUnit());
        var key = Bodies.newKey();
        var answers = new ArrayList<Future<Response>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 10; i++) {
                answers.add(people.submit(() -> draft(form, "OFFICER", key)));
            }
        }
        var created = 0;
        var first = answers.getFirst().get().json();
        for (var answer : answers) {
            created += answer.get().status() == 201 ? 1 : 0;
            assertEquals(first, answer.get().json());
        }
        assertEquals(1, created);
    }

    private Response draft(Object form, String role, String key) {
        return api.post("/api/v1/registrations", role, form, "Idempotency-Key", key);
    }
}
