package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newRegistered;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.ApiResponse;

/** Asking twice, asking with an old version, and two who ask at the same time. */
class RepeatingTest {

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
        var other = SERVICE.api()
                .person("another", "OFFICER@NA")
                .key(key)
                .post("/api/v1/registrations", form)
                .is(201);
        assertNotEquals(one.json().path("id"), other.json().path("id"));
    }

    @Test
    void a_command_under_the_same_key_is_carried_out_once() {
        var id = newRegistered();
        var key = Bodies.newKey();
        var change = Bodies.because("2024-03-01", "Sửa tên").put("name", "Tên mới");
        var first = as("OFFICER")
                .key(key)
                .post(registration(id) + "/correction", change)
                .is(200);
        var again = as("OFFICER")
                .key(key)
                .post(registration(id) + "/correction", change)
                .is(200);

        assertEquals(first.json(), again.json());
        assertEquals(4, as("VIEWER").get(registration(id) + "/history").json().size());
    }

    @Test
    void whoever_has_seen_an_older_version_is_told() {
        var id = newDraft();
        var form = as("VIEWER").get(registration(id)).json().path("form").toString();
        as("OFFICER")
                .ifMatch("\"1\"")
                .put(registration(id), Bodies.json(form).put("name", "Tên thứ hai"))
                .is(200);
        var lost = as("OFFICER")
                .ifMatch("\"1\"")
                .put(registration(id), Bodies.json(form).put("name", "Tên thứ ba"))
                .is(412, "overtaken");

        assertEquals("\"2\"", lost.header("ETag"));
        assertEquals(
                "Tên thứ hai",
                as("VIEWER")
                        .get(registration(id))
                        .json()
                        .path("form")
                        .path("name")
                        .asString());
        as("OFFICER").ifMatch("2").put(registration(id), Bodies.json(form)).is(400, "malformed-etag");
    }

    @Test
    void units_and_programmes_know_versions_too() {
        var unit = newUnit();
        as("ADMINISTRATOR")
                .ifMatch("\"1\"")
                .put("/api/v1/units/" + unit, Bodies.unit("Xã Một"))
                .is(200);
        as("ADMINISTRATOR")
                .ifMatch("\"1\"")
                .put("/api/v1/units/" + unit, Bodies.unit("Xã Hai"))
                .is(412, "overtaken");
        var programme = newProgramme();
        as("ADMINISTRATOR")
                .ifMatch("\"7\"")
                .put("/api/v1/programmes/" + programme, Bodies.programme().put("name", "Khác"))
                .is(412, "overtaken");
    }

    @Test
    void ten_who_send_the_same_draft_at_once_get_the_same_one() throws Exception {
        var form = Bodies.form(newProgramme(), newUnit());
        var key = Bodies.newKey();
        var answers = new ArrayList<Future<ApiResponse>>();
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

    private ApiResponse draft(Object form, String role, String key) {
        return as(role).key(key).post("/api/v1/registrations", form);
    }
}
