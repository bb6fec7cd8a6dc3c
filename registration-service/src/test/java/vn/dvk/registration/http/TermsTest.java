package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.SERVICE;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newCode;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.registration.running.Bodies;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Words that are data: added, changed, ended, and what requests are told that use the wrong ones. */
class TermsTest {

    @Test
    void a_level_and_a_kind_of_unit_are_added_without_a_release_and_used_at_once() {
        var level = newCode("LEVEL");
        var kind = newCode("KIND");
        as("ADMINISTRATOR").put(term("level", level), named("cấp liên xã")).is(201);
        as("ADMINISTRATOR").put(term("unit-kind", kind), named("cụm thi đua")).is(201);

        var unit = newCode("U");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + unit, Bodies.unit("Cụm thi đua số 1").put("kind", kind))
                .is(201);
        var programme = newCode("P");
        var settings = Bodies.programme();
        settings.withArray("levels").add(level);
        as("ADMINISTRATOR").put("/api/v1/programmes/" + programme, settings).is(201);
        as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + programme + "/targets", Bodies.targets(kind, "NA"))
                .is(200);
        var id = as("OFFICER")
                .post("/api/v1/registrations", Bodies.form(programme, unit).put("level", level))
                .is(201)
                .text("id");
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);

        assertEquals(
                List.of(unit),
                as("VIEWER")
                        .get("/api/v1/units?kind=" + kind)
                        .is(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("code").asString())
                        .toList());
    }

    @Test
    void a_term_is_changed_ended_read_and_published_in_full() {
        var code = newCode("FORM");
        var address = term("award-form", code);
        as("ADMINISTRATOR").put(address, named("thư khen")).is(201);
        assertEquals(
                "\"1\"",
                as("ADMINISTRATOR").put(address, named("thư khen")).is(200).header("ETag"));
        as("ADMINISTRATOR")
                .put(address, named("thư khen của Bí thư").put("track", "PARTY").put("to", "2026-06-30"))
                .is(200);

        var term = as("VIEWER").get(address).is(200).json();
        assertEquals("thư khen của Bí thư", term.path("name").path("vi").asString());
        assertEquals("2026-06-30", term.path("to").asString());
        assertTrue(term.path("byHand").asBoolean());
        assertTrue(codes("vocabulary=award-form&at=2026-06-30").contains(code));
        assertFalse(codes("vocabulary=award-form&at=2026-07-01").contains(code));
        assertEquals(List.of(code), codes("q=" + code.toLowerCase(java.util.Locale.ROOT)));

        var subject = "term:award-form:" + code;
        var published = Topic.named("dvk.directory.v1")
                .await(record -> Topic.header(record, "ce_subject").equals(subject), records -> records.size() >= 2);
        var last = Topic.published(published.getLast());
        SampleEvent.CONTRACTS.assertValid(last);
        assertTrue(last.body().contains("\"track\":\"PARTY\""), last.body());
    }

    @Test
    void a_term_is_not_said_in_a_wrong_way() {
        as("ADMINISTRATOR").put(term("levels", "WARD"), named("cấp xã")).is(404, "vocabulary-unknown");
        as("ADMINISTRATOR").put(term("level", "ward"), named("cấp xã")).is(400, "malformed-parameter");
        as("ADMINISTRATOR").put(term("level", "WARD"), Bodies.json("{}")).is(422, "invalid-fields");
        var wrong = as("ADMINISTRATOR")
                .put(
                        term("level", "WARD"),
                        named("cấp xã")
                                .put("track", "PARTY")
                                .put("province", "NOBODY")
                                .put("from", "2025-07-02")
                                .put("to", "2025-07-01"))
                .is(422, "term-invalid");
        assertEquals(
                List.of("track track-of-forms-only", "province unit-unknown", "to period-reversed"), faults(wrong));
        assertEquals(
                List.of("track term-unknown"),
                faults(as("ADMINISTRATOR")
                        .put(term("award-form", "LETTER"), named("thư khen").put("track", "CHURCH"))
                        .is(422, "term-invalid")));
        as("VIEWER").get(term("level", "WARD")).is(404, "not-found");
    }

    @Test
    void an_unknown_word_is_refused_with_those_there_are_in_both_languages() {
        var unit = "/api/v1/units/" + newCode("U");
        var vietnamese = as("ADMINISTRATOR")
                .put(unit, Bodies.unit("Giáo xứ").put("kind", "PARISH"))
                .is(422, "unit-invalid");
        assertEquals(List.of("kind term-unknown"), faults(vietnamese));
        assertTrue(
                vietnamese
                        .json()
                        .path("errors")
                        .get(0)
                        .path("detail")
                        .asString()
                        .startsWith(
                                "Không có mã “PARISH” trong danh mục unit-kind. Hãy chọn một trong PROVINCE, BLOC,"),
                vietnamese.toString());
        var english = as("ADMINISTRATOR")
                .header("Accept-Language", "en")
                .put(unit, Bodies.unit("Giáo xứ").put("kind", "PARISH"))
                .is(422, "unit-invalid");
        assertTrue(
                english.json().path("errors").get(0).path("detail").asString().endsWith("; for example PROVINCE."),
                english.toString());
    }

    @Test
    void a_kind_that_has_ended_is_refused_for_new_units_and_accepted_for_old_ones() {
        var old = Bodies.unit("Huyện cũ").put("kind", "DISTRICT");
        as("ADMINISTRATOR").put("/api/v1/units/" + newCode("U"), old).is(201);
        as("ADMINISTRATOR")
                .put(
                        "/api/v1/units/" + newCode("U"),
                        old.put("validFrom", "1991-08-12").put("validTo", "2025-06-30"))
                .is(201);
        var late = as("ADMINISTRATOR")
                .put(
                        "/api/v1/units/" + newCode("U"),
                        old.put("validFrom", "2025-07-01").putNull("validTo"))
                .is(422, "unit-invalid");
        assertEquals(List.of("kind term-not-in-force"), faults(late));
    }

    @Test
    void of_many_units_the_one_with_a_wrong_kind_is_refused_alone() {
        var rows = as("ADMINISTRATOR")
                .post(
                        "/api/v1/units/bulk",
                        Bodies.units(
                                Bodies.unit("Xã").put("code", newCode("U")),
                                Bodies.unit("Giáo xứ").put("code", newCode("U")).put("kind", "PARISH")))
                .is(200)
                .json()
                .path("rows");
        assertEquals("DONE", rows.get(0).path("outcome").asString());
        assertEquals("REFUSED", rows.get(1).path("outcome").asString());
        assertEquals(
                "kind",
                rows.get(1).path("problem").path("errors").get(0).path("field").asString());
    }

    @Test
    void a_programmes_words_have_to_be_in_force_on_a_day_of_it() {
        var settings = Bodies.programme();
        settings.withArray("levels").add("WARD");
        settings.withArray("steps")
                .addObject()
                .put("code", "DO")
                .put("label", "Thực hiện")
                .put("actor", "Đơn vị")
                .put("completedBy", "PERSON")
                .put("level", "WARD")
                .withArray("requiredEvidence")
                .add("PLAN")
                .add("SONG");
        assertEquals(
                List.of(
                        "levels[2] term-unknown",
                        "steps[0].level term-unknown",
                        "steps[0].requiredEvidence[1] term-unknown"),
                faults(as("ADMINISTRATOR")
                        .put("/api/v1/programmes/" + newCode("P"), settings)
                        .is(422, "programme-invalid")));
        assertEquals(
                List.of("levels[1] term-not-in-force"),
                faults(as("ADMINISTRATOR")
                        .put(
                                "/api/v1/programmes/" + newCode("P"),
                                Bodies.programme()
                                        .put("from", "2025-07-01")
                                        .put("to", "2026-12-31")
                                        .put("cutOff", "2026-12-31"))
                        .is(422, "programme-invalid")));
    }

    @Test
    void a_forms_level_and_roles_are_terms() {
        var programme = newCode("P");
        as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + programme, Bodies.programme())
                .is(201);
        var form = Bodies.form(programme, newUnit()).put("level", "cấp tỉnh");
        form.withArray("forces").addObject().put("unit", "Chi hội Phụ nữ").put("role", "MOBILIZE");
        form.withArray("forces").addObject().put("unit", "Chi đoàn").put("role", "Thu gom");
        var id = as("OFFICER").post("/api/v1/registrations", form).is(201).text("id");

        assertEquals(
                List.of("level term-unknown", "forces[1].role term-unknown"),
                faults(as("OFFICER")
                        .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                        .is(422, "registration-incomplete")));
    }

    @Test
    void another_instance_knows_a_term_as_soon_as_it_is_added() {
        try (var other = SERVICE.another()) {
            var administrator = other.as("ADMINISTRATOR@NA");
            administrator
                    .put("/api/v1/units/" + newCode("U"), Bodies.unit("Xã"))
                    .is(201);
            var kind = newCode("KIND");
            as("ADMINISTRATOR")
                    .put(term("unit-kind", kind), named("cụm thi đua"))
                    .is(201);
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> administrator
                            .put(
                                    "/api/v1/units/" + newCode("U"),
                                    Bodies.unit("Cụm").put("kind", kind))
                            .is(201));
        }
    }

    private static String term(String vocabulary, String code) {
        return "/api/v1/terms/" + vocabulary + "/" + code;
    }

    private static tools.jackson.databind.node.ObjectNode named(String vi) {
        var body = Bodies.json("{}");
        body.putObject("name").put("vi", vi);
        return body;
    }

    private static List<String> codes(String query) {
        return as("VIEWER")
                .get("/api/v1/terms?" + query)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
    }

    private static List<String> faults(ApiResponse response) {
        return response.json()
                .path("errors")
                .valueStream()
                .map(one ->
                        one.path("field").asString() + " " + one.path("code").asString())
                .toList();
    }
}
