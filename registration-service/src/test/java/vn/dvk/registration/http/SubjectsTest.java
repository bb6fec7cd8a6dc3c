package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Persons and households stand in a register beside the streams: put right in place, shown by role, and erased. */
class SubjectsTest {

    private final String programme = newProgramme();
    private final String unit = newUnit();
    private final String name = "Lô Thị " + UUID.randomUUID();

    @Test
    void a_form_brings_its_subject_along_and_once_only() {
        var key = Bodies.newKey();
        var form = Bodies.personsForm(programme, unit, name);
        var id = as("OFFICER")
                .key(key)
                .post("/api/v1/registrations", form)
                .is(201)
                .text("id");
        as("OFFICER").key(key).post("/api/v1/registrations", form).is(200);
        form.withObject("person").put("birthDate", "1981-05-19");
        as("OFFICER").key(key).post("/api/v1/registrations", form).is(422, "idempotency-key-reused");

        var found = items("/api/v1/subjects?q=" + SubjectsTest.part(name));

        assertEquals(1, found.size());
        assertEquals("INDIVIDUAL", found.getFirst().path("type").asString());
        assertEquals(unit, found.getFirst().path("unit").asString());
        assertEquals(
                found.getFirst().path("id").asString(),
                read(id).path("form").path("subjectId").asString());
    }

    @Test
    void neither_the_stream_nor_what_is_published_names_anybody() {
        var id = registered(Bodies.personsForm(programme, unit, name));

        var stored = database()
                .getCollection("registrations")
                .find(Filters.eq("_id", id))
                .first();
        assertFalse(String.valueOf(stored == null ? null : stored.toJson()).contains(name), "in the stream");
        var events = Topic.named("dvk.registration.v1").awaitEvents(id, 2);
        events.forEach(event -> assertFalse(event.body().toString().contains(name), event.toString()));
        assertEquals(0, database().getCollection("drafts").countDocuments(Filters.eq("_id", id)));

        assertEquals("Gương " + name, read(id).path("form").path("name").asString());
        assertEquals("Nhà " + name, read(id).path("form").path("place").asString());
        assertEquals(name, read(id).path("person").path("name").asString());
        assertEquals(List.of(), read(id).path("missing").findValuesAsString("missing"));
        assertTrue(
                as("VIEWER").get(registration(id) + "/history").is(200).text().contains("Gương " + name));
        var listed = items("/api/v1/registrations?q=" + part(name));
        assertEquals("Gương " + name, listed.getFirst().path("name").asString());
        assertFalse(listed.getFirst().has("texts"));
    }

    @Test
    void birth_date_and_sex_are_for_those_who_work_on_forms() {
        var id = registered(Bodies.personsForm(programme, unit, name));
        var subject = read(id).path("person").path("id").asString();
        var addresses = List.of(registration(id), "/api/v1/subjects/" + subject, "/api/v1/subjects?q=" + part(name));
        for (var address : addresses) {
            for (var role : List.of("OFFICER", "REVIEWER")) {
                var text = as(role).get(address).is(200).text();
                assertTrue(text.contains("1980-05-19") && text.contains("Nữ"), role + address);
            }
            for (var role : List.of("VIEWER", "COUNCIL", "AUTHORITY", "ADMINISTRATOR")) {
                var text = as(role).get(address).is(200).text();
                assertTrue(text.contains(name) && text.contains("Chi hội trưởng"), role + address);
                assertFalse(text.contains("1980-05-19") || text.contains("Nữ"), role + address);
            }
        }
        for (var role : List.of("OFFICER", "VIEWER")) {
            var text = as(role).get(registration(id) + "/history").is(200).text();
            assertFalse(text.contains("1980-05-19"), role);
        }
    }

    @Test
    void one_subject_has_several_registrations() {
        var subject = as("OFFICER")
                .post("/api/v1/subjects", Bodies.subject("INDIVIDUAL", name))
                .is(201)
                .text("id");
        var first = registered(named(subject));
        var second = registered(named(subject).put("programme", newProgramme()).put("unit", newUnit()));

        var read = as("VIEWER").get("/api/v1/subjects/" + subject).is(200).json();

        assertEquals(
                java.util.Set.of(first, second),
                java.util.Set.copyOf(read.path("registrations").findValuesAsString("id")));
    }

    @Test
    void what_the_register_says_is_put_right_in_place() {
        var key = Bodies.newKey();
        var subject = as("OFFICER")
                .key(key)
                .post("/api/v1/subjects", Bodies.subject("INDIVIDUAL", name))
                .is(201)
                .text("id");
        var right = Bodies.subject("INDIVIDUAL", name + " Mai").put("post", "Trưởng thôn");
        as("REVIEWER")
                .ifMatch("\"1\"")
                .put("/api/v1/subjects/" + subject, right)
                .is(200);
        as("REVIEWER")
                .ifMatch("\"1\"")
                .put("/api/v1/subjects/" + subject, right)
                .is(412, "overtaken");
        as("REVIEWER").put("/api/v1/subjects/" + subject, right).is(200);
        as("REVIEWER")
                .put("/api/v1/subjects/" + subject, Bodies.subject("HOUSEHOLD", name))
                .is(422, "invalid-fields");

        var read = as("VIEWER").get("/api/v1/subjects/" + subject).is(200).json();
        assertEquals(name + " Mai", read.path("name").asString());
        assertEquals(2, read.path("version").asInt());
        as("OFFICER")
                .key(key)
                .post("/api/v1/subjects", Bodies.subject("INDIVIDUAL", name))
                .is(200);
        as("OFFICER").put("/api/v1/subjects/nobody", right).is(404, "no-subject");
    }

    @Test
    void a_form_says_whose_it_is_in_one_way_and_rightly() {
        var household = as("OFFICER")
                .post("/api/v1/subjects", Bodies.subject("HOUSEHOLD", name).put("head", "Vi Văn Hoa"))
                .is(201)
                .text("id");
        assertFault("subjectId", "subject-of-another-type", named(household));
        assertFault("subjectId", "subject-unknown", named("nobody"));
        assertFault(
                "person",
                "subject-twice",
                Bodies.personsForm(programme, unit, name).put("subjectId", household));
    }

    @Test
    void what_a_draft_says_of_its_subject_is_put_right_with_it_unless_another_registration_names_it() {
        var form = Bodies.personsForm(programme, unit, name);
        var id = as("OFFICER").post("/api/v1/registrations", form).is(201).text("id");
        form.withObject("person").put("post", "Trưởng thôn");
        as("OFFICER").put(registration(id), form).is(200);
        var person = read(id).path("person");
        assertEquals("Trưởng thôn", person.path("post").asString());
        assertEquals(1, items("/api/v1/subjects?q=" + part(name)).size());

        as("OFFICER")
                .post("/api/v1/registrations", named(person.path("id").asString()))
                .is(201);
        form.withObject("person").put("name", "Người khác");
        as("OFFICER").put(registration(id), form).is(409, "subject-shared");
    }

    @Test
    void a_returned_form_is_written_anew_from_what_it_was() {
        var id = as("OFFICER")
                .post("/api/v1/registrations", Bodies.personsForm(programme, unit, name))
                .is(201)
                .text("id");
        submit(id, "2024-01-26");
        as("REVIEWER")
                .post(registration(id) + "/return", Bodies.because("2024-01-28", "Còn chung chung"))
                .is(200);
        assertEquals("Gương " + name, read(id).path("form").path("name").asString());
        submit(id, "2024-01-29");
        assertEquals("SUBMITTED", read(id).path("state").asString());
        assertEquals("Gương " + name, read(id).path("form").path("name").asString());
    }

    @Test
    void a_title_is_corrected_and_proposed_without_standing_in_the_stream() {
        var id = registered(Bodies.personsForm(programme, unit, name));
        as("OFFICER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-03-01", "Ghi nhầm").put("name", "A " + name))
                .is(200);
        assertEquals("A " + name, read(id).path("form").path("name").asString());
        as("REVIEWER")
                .post(registration(id) + "/transfer", Bodies.on("2024-03-02").put("unit", newUnit()))
                .is(200);
        assertEquals("A " + name, read(id).path("form").path("name").asString());
        recognize(id);
        as("OFFICER")
                .post(
                        registration(id) + "/change",
                        Bodies.because("2024-04-01", "Đổi tên").put("name", "B " + name))
                .is(200);
        assertEquals(
                "B " + name,
                read(id).path("proposal").path("values").path("name").asString());
        as("REVIEWER")
                .post(registration(id) + "/proposal/approval", Bodies.on("2024-04-02"))
                .is(200);
        assertEquals("B " + name, read(id).path("form").path("name").asString());
        assertFalse(stream(id).contains(name), "in the stream");
        for (var event : Topic.named("dvk.registration.v1").awaitEvents(id, 5)) {
            assertFalse(event.toString().contains(name));
        }
    }

    @Test
    void erased_means_who_it_was_and_every_text_about_them_but_no_count() {
        var id = registered(Bodies.personsForm(programme, unit, name));
        var subject = read(id).path("person").path("id").asString();
        var draft = as("OFFICER")
                .post("/api/v1/registrations", named(subject).put("name", "Nháp " + name))
                .is(201)
                .text("id");

        as("REVIEWER").post("/api/v1/subjects/" + subject + "/erasure", "{}").is(200);
        as("REVIEWER").post("/api/v1/subjects/" + subject + "/erasure", "{}").is(200);

        for (var collection : database().listCollectionNames()) {
            for (var document : database().getCollection(collection).find()) {
                assertFalse(document.toJson().contains(name), collection);
            }
        }
        var read = read(id);
        assertEquals("REGISTERED", read.path("state").asString());
        assertFalse(read.path("person").path("erased").asString("").isEmpty());
        assertFalse(read.path("person").has("name"));
        assertFalse(
                as("REVIEWER").get(registration(id) + "/history").is(200).text().contains(name));
        assertTrue(items("/api/v1/registrations?programme=" + programme + "&state=REGISTERED").stream()
                .anyMatch(one -> id.equals(one.path("id").asString())));
        var shown = as("REVIEWER").get("/api/v1/subjects/" + subject).is(200).json();
        assertFalse(shown.path("erased").asString("").isEmpty());
        assertFalse(shown.has("name"));

        assertFault("subjectId", "subject-erased", named(subject));
        as("OFFICER")
                .put("/api/v1/subjects/" + subject, Bodies.subject("INDIVIDUAL", name))
                .is(409, "subject-erased");
        as("OFFICER")
                .post(registration(draft) + "/submission", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete");
        // What is counted of it can still be put right.
        as("REVIEWER")
                .post(
                        registration(id) + "/correction",
                        Bodies.because("2024-03-01", "Ghi nhầm").put("field", "VHXH"))
                .is(200);
    }

    @Test
    void somebody_recognized_is_not_erased() {
        var id = registered(Bodies.personsForm(programme, unit, name));
        var subject = read(id).path("person").path("id").asString();
        recognize(id);
        var refused = as("REVIEWER")
                .language("en")
                .post("/api/v1/subjects/" + subject + "/erasure", "{}")
                .is(409, "subject-honored");
        assertTrue(refused.text("detail").contains("revoke or annul"), refused.text());
        assertEquals(name, read(id).path("person").path("name").asString());
    }

    @Test
    void many_rows_bring_their_subjects_along_and_a_refused_one_leaves_nobody() {
        var rows = new ArrayList<tools.jackson.databind.node.ObjectNode>();
        for (var i = 0; i < 3; i++) {
            var row = Bodies.personsForm(programme, unit, name + " " + i);
            row.remove("programme");
            rows.add(row.put("key", "R" + i).put("submitOn", "2024-01-26"));
        }
        rows.get(2).remove("place");
        rows.add(Bodies.row(unit, "R3"));
        rows.add(Bodies.row(unit, "R4").put("subject", "INDIVIDUAL").put("subjectId", "nobody"));
        var answer = as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(programme, rows))
                .is(200)
                .json();

        assertEquals(
                List.of("DONE", "DONE", "REFUSED", "DONE", "REFUSED"),
                answer.path("rows").findValuesAsString("outcome"));
        assertEquals(2, items("/api/v1/subjects?q=" + part(name)).size());
        var id = answer.path("rows").get(1).path("id").asString();
        assertEquals("Gương " + name + " 1", read(id).path("form").path("name").asString());
        assertFalse(stream(id).contains(name));
        var again = as("OFFICER")
                .post("/api/v1/registrations/bulk", Bodies.rows(programme, rows.subList(0, 2)))
                .is(200)
                .json();
        assertEquals(2, again.path("unchanged").asInt());
        assertNotEquals(
                read(id).path("form").path("subjectId").asString(),
                read(answer.path("rows").get(0).path("id").asString())
                        .path("form")
                        .path("subjectId")
                        .asString());
    }

    private tools.jackson.databind.node.ObjectNode named(String subject) {
        var form = Bodies.personsForm(programme, unit, name);
        form.remove("person");
        return form.put("subjectId", subject);
    }

    private static String registered(Object form) {
        var id = as("OFFICER").post("/api/v1/registrations", form).is(201).text("id");
        submit(id, "2024-01-26");
        as("REVIEWER")
                .post(registration(id) + "/selection", Bodies.selection("2024-01-30"))
                .is(200);
        as("REVIEWER")
                .post(registration(id) + "/acceptance", Bodies.acceptance("2024-02-05"))
                .is(200);
        return id;
    }

    private static void submit(String id, String day) {
        as("OFFICER").post(registration(id) + "/submission", Bodies.on(day)).is(200);
    }

    private static void recognize(String id) {
        Topic.publish(SampleEvent.minimal(ConsumedTypes.MODEL_RECOGNIZED)
                .about(id)
                .at(1)
                .with("recognition", UUID.randomUUID().toString()));
        SERVICE.awaitCaughtUp();
    }

    private static void assertFault(String field, String reason, Object form) {
        var fault = as("OFFICER")
                .post("/api/v1/registrations", form)
                .is(422, "invalid-fields")
                .json()
                .path("errors")
                .get(0);
        assertEquals(field, fault.path("field").asString());
        assertEquals(reason, fault.path("code").asString());
    }

    private static JsonNode read(String id) {
        return as("OFFICER").get(registration(id)).is(200).json();
    }

    private static List<JsonNode> items(String address) {
        return List.copyOf(
                as("OFFICER").get(address).is(200).json().path("items").values());
    }

    /** What tells this test's names from the others'. */
    private static String part(String name) {
        return name.substring("Lô Thị ".length());
    }

    private static String stream(String id) {
        var document = database()
                .getCollection("registrations")
                .find(Filters.eq("_id", id))
                .first();
        return document == null ? "" : document.toJson();
    }

    private static MongoDatabase database() {
        return SERVICE.context().getBean(MongoDatabase.class);
    }
}
