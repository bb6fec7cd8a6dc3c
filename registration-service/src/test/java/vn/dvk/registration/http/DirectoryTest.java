package vn.dvk.registration.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.dvk.registration.running.RunningRegistration.as;
import static vn.dvk.registration.running.RunningRegistration.newCode;
import static vn.dvk.registration.running.RunningRegistration.newDraft;
import static vn.dvk.registration.running.RunningRegistration.newProgramme;
import static vn.dvk.registration.running.RunningRegistration.newUnit;
import static vn.dvk.registration.running.RunningRegistration.registration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.registration.running.Bodies;

/** Units, their reorganizations, and programmes. */
class DirectoryTest {

    @Test
    void a_unit_is_established_corrected_and_left_alone() {
        var address = "/api/v1/units/" + newCode("U");
        var created =
                as("ADMINISTRATOR").put(address, Bodies.unit("Xã Đồng Hoá")).is(201);
        assertEquals("\"1\"", created.header("ETag"));
        assertEquals(address, created.header("Location"));
        assertEquals(
                "\"1\"",
                as("ADMINISTRATOR")
                        .put(address, Bodies.unit("Xã Đồng Hoá"))
                        .is(200)
                        .header("ETag"));
        assertEquals(
                "\"2\"",
                as("ADMINISTRATOR")
                        .put(address, Bodies.unit("Xã Đồng Hóa"))
                        .is(200)
                        .header("ETag"));

        var unit = as("VIEWER").get(address).is(200).json();
        assertEquals("Xã Đồng Hóa", unit.path("names").get(0).path("value").asString());
        assertEquals("NA", unit.path("parents").get(0).path("value").asString());
    }

    @Test
    void the_rules_about_units_answer_with_422() {
        var code = newCode("U");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + code, Bodies.unit("Xã").put("parent", code))
                .is(422, "unit-own-parent");
        var reversed = Bodies.unit("Xã").put("validFrom", "2025-01-02").put("validTo", "2025-01-01");
        as("ADMINISTRATOR").put("/api/v1/units/" + code, reversed).is(422, "unit-period-reversed");
    }

    @Test
    void a_superior_a_successor_and_a_host_have_to_be_there() {
        var code = newCode("U");
        var nowhere = as("ADMINISTRATOR")
                .put("/api/v1/units/" + code, Bodies.unit("Xã").put("parent", "NOBODY"))
                .is(422, "unit-invalid")
                .json()
                .path("errors")
                .get(0);
        assertEquals("parent", nowhere.path("field").asString());
        assertEquals("parent-unknown", nowhere.path("code").asString());
        assertTrue(nowhere.path("detail").asString().contains("ví dụ “NA”"), nowhere.toString());

        var split = Bodies.succession("SPLIT", newUnit());
        split.withArray("successors").add(newUnit()).add("NOBODY");
        as("ADMINISTRATOR")
                .post("/api/v1/successions", split)
                .is(422, "unit-invalid")
                .fault("successors[1]", "successor-unknown");

        var programme = as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + newCode("P"), Bodies.programme().put("host", "NOBODY"))
                .is(422, "programme-invalid");
        assertEquals(List.of("host"), programme.json().path("errors").findValuesAsString("field"));
    }

    @Test
    void a_unit_does_not_come_under_itself_by_whatever_way() {
        var above = newUnit();
        var below = newCode("U");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + below, Bodies.unit("Thôn").put("parent", above))
                .is(201);

        as("ADMINISTRATOR")
                .put("/api/v1/units/" + above, Bodies.unit("Xã").put("parent", below))
                .is(422, "unit-invalid");
        as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("MOVED", above).put("parent", below))
                .is(422, "unit-invalid")
                .fault("parent", "parent-below");
    }

    @Test
    void two_moves_at_once_make_no_circle() throws Exception {
        for (var round = 0; round < 5; round++) {
            var one = newUnit();
            var other = newUnit();
            var start = new CyclicBarrier(2);
            try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = List.of(
                        people.submit(() -> move(start, one, other)), people.submit(() -> move(start, other, one)));
                var outcomes = new ArrayList<Integer>();
                for (var answer : answers) {
                    outcomes.add(answer.get());
                }
                Collections.sort(outcomes);
                assertEquals(List.of(201, 422), outcomes);
            }
        }
    }

    private static int move(CyclicBarrier start, String unit, String parent) throws Exception {
        start.await();
        return as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("MOVED", unit).put("parent", parent))
                .status();
    }

    @Test
    void a_bulk_is_looked_at_as_a_whole() {
        var mark = newCode("B");
        var body = Bodies.units(
                Bodies.unit("Xã").put("code", mark + "-C").put("parent", mark + "-D"),
                Bodies.unit("Huyện").put("code", mark + "-D").put("parent", "NA"),
                Bodies.unit("Vòng 1").put("code", mark + "-X").put("parent", mark + "-Y"),
                Bodies.unit("Vòng 2").put("code", mark + "-Y").put("parent", mark + "-X"),
                Bodies.unit("Dưới vòng").put("code", mark + "-Z").put("parent", mark + "-X"),
                Bodies.unit("Không có cấp trên").put("code", mark + "-N").put("parent", "NOBODY"));

        var rows = as("ADMINISTRATOR")
                .post("/api/v1/units/bulk", body)
                .is(200)
                .json()
                .path("rows");

        assertEquals(
                List.of("DONE", "DONE", "REFUSED", "REFUSED", "REFUSED", "REFUSED"),
                rows.findValuesAsString("outcome"));
        assertEquals(
                "parent-below",
                rows.get(2).path("problem").path("errors").get(0).path("code").asString());
        assertEquals(
                "parent-unknown",
                rows.get(4).path("problem").path("errors").get(0).path("code").asString());
    }

    @Test
    void many_units_at_once_row_by_row() {
        var one = newCode("U");
        var body = Bodies.units(
                Bodies.unit("Xã Một").put("code", one),
                Bodies.unit("Xã Hai").put("code", "not a code"),
                Bodies.unit("Xã Ba").put("code", newCode("U")).put("parent", "x".repeat(41)),
                Bodies.unit("Xã Một").put("code", one));

        var answer =
                as("ADMINISTRATOR").post("/api/v1/units/bulk", body).is(200).json();

        assertEquals(
                List.of("DONE", "REFUSED", "REFUSED", "UNCHANGED"),
                answer.path("rows").findValuesAsString("outcome"));
        assertEquals(
                "code",
                answer.path("rows")
                        .get(1)
                        .path("problem")
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString());
        as("VIEWER").get("/api/v1/units/" + one).is(200);
    }

    @Test
    void a_row_that_cannot_be_read_is_refused_alone() {
        var one = newCode("U");
        var body = Bodies.units(
                Bodies.unit("Xã Một").put("code", newCode("U")).put("validFrom", 45352),
                Bodies.unit("Xã Hai").put("code", one));

        var answer =
                as("ADMINISTRATOR").post("/api/v1/units/bulk", body).is(200).json();

        assertEquals(List.of("REFUSED", "DONE"), answer.path("rows").findValuesAsString("outcome"));
        var problem = answer.path("rows").get(0).path("problem");
        assertEquals("validFrom", problem.path("errors").get(0).path("field").asString());
        as("VIEWER").get("/api/v1/units/" + one).is(200);
    }

    @Test
    void many_units_sent_again_do_not_overwrite_what_was_corrected_since() {
        var code = newCode("U");
        var first = Bodies.units(Bodies.unit("Xã Nhầm").put("code", code));
        var key = Bodies.newKey();
        as("ADMINISTRATOR").key(key).post("/api/v1/units/bulk", first).is(200);
        as("ADMINISTRATOR").put("/api/v1/units/" + code, Bodies.unit("Xã Đúng")).is(200);

        var again = as("ADMINISTRATOR")
                .key(key)
                .post("/api/v1/units/bulk", first)
                .is(200)
                .json();
        var other = as("ADMINISTRATOR")
                .key(key)
                .post("/api/v1/units/bulk", Bodies.units(Bodies.unit("Xã Khác").put("code", code)))
                .is(200)
                .json();

        assertEquals(List.of("UNCHANGED"), again.path("rows").findValuesAsString("outcome"));
        assertEquals(List.of("REFUSED"), other.path("rows").findValuesAsString("outcome"));
        assertEquals(
                List.of("Xã Đúng"),
                as("VIEWER").get("/api/v1/units/" + code).json().path("names").findValuesAsString("value"));
    }

    @Test
    void a_reorganization_sent_again_is_recorded_once_also_when_it_was_corrected_since() {
        var code = newUnit();
        var renamed = Bodies.succession("RENAMED", code).put("name", "Phường Lê Hồ");
        var key = Bodies.newKey();
        as("ADMINISTRATOR").key(key).post("/api/v1/successions", renamed).is(201);
        as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("RENAMED", code).put("name", "Phường Lê Hoàn"))
                .is(201);

        as("ADMINISTRATOR").key(key).post("/api/v1/successions", renamed).is(200);

        assertEquals(
                List.of("Xã Đồng Hóa", "Phường Lê Hoàn"),
                as("VIEWER").get("/api/v1/units/" + code).json().path("names").findValuesAsString("value"));
    }

    @Test
    void a_reorganization_reaches_all_its_units_or_none() {
        var ends = newUnit();
        var goesOn = newUnit();
        var merger = Bodies.succession("MERGED", ends);
        merger.withArray("units").add(goesOn).add("NOBODY");
        merger.withArray("successors").add(goesOn);
        merger.set("decision", Bodies.document("1678/NQ-UBTVQH15", "2025-06-16"));
        as("ADMINISTRATOR")
                .post("/api/v1/successions", merger)
                .is(422, "unit-invalid")
                .fault("units[2]", "unit-unknown");
        assertFalse(as("VIEWER").get("/api/v1/units/" + ends).json().has("validTo"));

        merger.withArray("units").remove(2);
        var first = as("ADMINISTRATOR").post("/api/v1/successions", merger).is(201);
        var again = as("ADMINISTRATOR").post("/api/v1/successions", merger).is(200);

        assertEquals(first.text("id"), again.text("id"));
        assertEquals("/api/v1/successions/" + first.text("id"), first.header("Location"));
        assertEquals(
                "2025-06-30",
                as("VIEWER").get("/api/v1/units/" + ends).json().path("validTo").asString());
        assertFalse(as("VIEWER").get("/api/v1/units/" + goesOn).json().has("validTo"));
    }

    @Test
    void a_new_name_and_a_new_superior_begin_on_their_day() {
        var code = newUnit();
        as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("RENAMED", code).put("name", "Phường Lê Hồ"))
                .is(201);
        as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("MOVED", code).put("parent", "NB"))
                .is(201);

        var unit = as("VIEWER").get("/api/v1/units/" + code).json();

        assertEquals(List.of("Xã Đồng Hóa", "Phường Lê Hồ"), unit.path("names").findValuesAsString("value"));
        assertEquals("2025-06-30", unit.path("names").get(0).path("to").asString());
        assertEquals("2025-07-01", unit.path("names").get(1).path("from").asString());
        assertEquals(List.of("NA", "NB"), unit.path("parents").findValuesAsString("value"));
        assertTrue(found("parent=NB&limit=500").contains(code));
        assertFalse(found("parent=NA&limit=500").contains(code));
    }

    @Test
    void a_succession_without_what_it_needs_is_refused() {
        var code = newUnit();
        as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("SPLIT", code))
                .is(422, "succession-needs-successor");
        as("ADMINISTRATOR")
                .post("/api/v1/successions", Bodies.succession("RENAMED", code).put("name", " "))
                .is(422, "invalid-fields");
    }

    @Test
    void units_are_found_by_name_with_or_without_diacritics_by_code_kind_and_day() {
        var mark = newCode("TIM");
        var code = newCode("U");
        var unit = Bodies.unit("Thị xã Ninh Đường " + mark)
                .put("validFrom", "2020-01-01")
                .put("validTo", "2024-12-31");
        as("ADMINISTRATOR").put("/api/v1/units/" + code, unit).is(201);

        assertEquals(List.of(code), found("q=ninh%20duong%20" + mark));
        assertEquals(List.of(code), found("q=Ninh%20%C4%90%C6%B0%E1%BB%9Dng%20" + mark));
        assertEquals(List.of(code), found("q=Ninh%20%20%C3%90%C6%B0%E1%BB%9Dng%20" + mark)); // Ð of another alphabet
        assertEquals(List.of(code), found("q=" + code));
        assertEquals(List.of(code), found("kind=COMMUNE&q=" + mark));
        assertEquals(List.of(), found("kind=PROVINCE&q=" + mark));
        assertEquals(List.of(code), found("at=2020-01-01&q=" + mark));
        assertEquals(List.of(code), found("at=2024-12-31&q=" + mark));
        assertEquals(List.of(), found("at=2019-12-31&q=" + mark));
        assertEquals(List.of(), found("at=2025-01-01&q=" + mark));
        as("VIEWER").get("/api/v1/units?kind=VILLAGE").is(422, "term-unknown");
        as("VIEWER").get("/api/v1/units?at=2024").is(400, "malformed-parameter");
    }

    @Test
    void a_unit_is_of_another_kind_from_a_day_on_and_has_a_national_code() {
        var code = newCode("U");
        var national = code.replace("-", ".");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + code, Bodies.unit("Xã").put("nationalCode", national))
                .is(201);
        var paper = Bodies.succession("RENAMED", code).put("kind", "DISTRICT");
        as("ADMINISTRATOR")
                .post("/api/v1/successions", paper)
                .is(422, "unit-invalid")
                .fault("kind", "term-not-in-force");
        as("ADMINISTRATOR")
                .post("/api/v1/successions", paper.put("kind", "OTHER"))
                .is(201);

        var read = as("VIEWER").get("/api/v1/units/" + code).json();
        assertEquals(national, read.path("nationalCode").asString());
        assertEquals("OTHER", read.path("kind").asString());
        assertEquals(List.of("COMMUNE", "OTHER"), read.path("kinds").findValuesAsString("value"));
        assertEquals(List.of(code), found("kind=OTHER&q=" + code));
        assertEquals(List.of(code), found("kind=COMMUNE&at=2025-06-30&q=" + code));
        assertEquals(List.of(), found("kind=COMMUNE&at=2025-07-01&q=" + code));

        as("ADMINISTRATOR")
                .put("/api/v1/units/" + newCode("U"), Bodies.unit("Xã khác").put("nationalCode", national))
                .is(422, "unit-invalid")
                .fault("nationalCode", "national-code-taken");
    }

    @Test
    void a_programme_left_to_its_defaults_has_both_kinds_all_subjects_and_five_steps() {
        var address = "/api/v1/programmes/" + newCode("P");
        as("ADMINISTRATOR").put(address, Bodies.programme()).is(201);
        as("ADMINISTRATOR").put(address, Bodies.programme()).is(200);

        var settings = as("VIEWER").get(address).is(200).json().path("settings");
        assertEquals(2, settings.path("kinds").size());
        assertEquals(3, settings.path("subjects").size());
        assertEquals(
                List.of("SURVEY", "REGISTER", "CARRY_OUT", "APPRAISE", "SUM_UP"),
                settings.path("steps").findValuesAsString("code"));
        assertEquals("EVALUATED", settings.path("recognitionRequires").asString());

        assertEquals(
                "\"2\"",
                as("ADMINISTRATOR")
                        .put(address, Bodies.programme().put("expectedUnits", 21))
                        .is(200)
                        .header("ETag"));
    }

    @Test
    void a_programme_says_what_evidence_a_step_requires_and_how_often_reports_are_due() {
        var address = "/api/v1/programmes/" + newCode("P");
        var body = Bodies.programme();
        body.withArray("steps")
                .addObject()
                .put("code", "SUM_UP")
                .put("label", "Công nhận")
                .put("actor", "Cấp có thẩm quyền")
                .put("completedBy", "RECOGNITION")
                .put("level", "PROVINCE")
                .withArray("requiredEvidence")
                .add("PROPOSAL");
        body.putObject("reportRhythm").put("every", "MONTH").put("dueDay", 5);
        as("ADMINISTRATOR").put(address, body).is(201);

        var settings = as("VIEWER").get(address).is(200).json().path("settings");
        assertEquals("PROPOSAL", settings.at("/steps/0/requiredEvidence/0").asString());
        assertEquals("PROVINCE", settings.at("/steps/0/level").asString());
        assertEquals("MONTH", settings.at("/reportRhythm/every").asString());

        body.withObject("reportRhythm").put("dueDay", 32);
        as("ADMINISTRATOR").put(address, body).is(422, "invalid-fields").fault("reportRhythm.dueDay", "constraint.Max");
    }

    @Test
    void a_programme_says_what_a_form_has_to_say_and_which_kinds_go_with_which_subjects() {
        var code = newCode("P");
        var address = "/api/v1/programmes/" + code;
        var body = Bodies.programme();
        body.withArray("fields").forEach(field -> ((ObjectNode) field).put("usualField", "ECONOMY"));
        body.withArray("required").add("method");
        var ofCollectives = body.withArray("combinations").addObject();
        ofCollectives.put("kind", "MODEL").put("subject", "COLLECTIVE");
        ofCollectives.putObject("label").put("vi", "Mô hình tập thể").put("en", "A collective's model");
        as("ADMINISTRATOR").put(address, body).is(201);

        var settings = as("VIEWER").get(address).is(200).json().path("settings");
        assertEquals("ECONOMY", settings.at("/fields/0/usualField").asString());
        assertEquals("[\"MODEL\"]", settings.path("kinds").toString(), "those of the combinations");
        assertEquals("[\"COLLECTIVE\"]", settings.path("subjects").toString());
        assertEquals(
                "A collective's model", settings.at("/combinations/0/label/en").asString());

        var id = as("OFFICER")
                .post("/api/v1/registrations", Bodies.form(code, newUnit()))
                .is(201)
                .json()
                .path("id")
                .asString();
        assertEquals(
                "[\"method\"]",
                as("VIEWER").get(registration(id)).json().path("missing").toString());
        var refused = as("OFFICER")
                .language("vi")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(422, "registration-incomplete")
                .fault("method", "required-missing")
                .json();
        assertTrue(refused.at("/errors/0/detail").asString().contains("\"method\": \"Phân công"), refused.toString());
        as("OFFICER")
                .put(registration(id), Bodies.form(code, newUnit()).put("method", "Phân công từng hộ"))
                .is(200);
        as("OFFICER")
                .post(registration(id) + "/submission", Bodies.on("2024-01-26"))
                .is(200);
    }

    @Test
    void what_no_form_has_and_no_vocabulary_knows_is_not_laid_down() {
        var body = Bodies.programme();
        body.withArray("required").add("situation");
        ((ObjectNode) body.withArray("fields").get(1)).put("usualField", "SPORT");
        as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + newCode("P"), body)
                .is(422, "programme-invalid")
                .fault("required[0]", "not-requirable")
                .fault("fields[1].usualField", "term-unknown");
    }

    @Test
    void deadlines_of_steps_are_moved_with_a_reason() {
        var address = "/api/v1/programmes/" + newCode("P");
        var body = Bodies.programme();
        var step = body.withArray("steps").addObject();
        step.put("code", "CARRY_OUT")
                .put("label", "Thực hiện")
                .put("actor", "Đơn vị")
                .put("completedBy", "PERSON");
        step.put("due", "2024-05-31");
        as("ADMINISTRATOR").put(address, body).is(201);

        step.put("due", "2024-06-15");
        as("ADMINISTRATOR").put(address, body).is(422, "programme-invalid").fault("reason", "deadline-reason");
        as("ADMINISTRATOR")
                .put(address, body.put("reason", "Gia hạn do bão lụt"))
                .is(200);
        assertEquals("\"2\"", as("ADMINISTRATOR").put(address, body).is(200).header("ETag"), "said again");
    }

    @Test
    void what_is_wrong_with_a_programme_is_said_field_by_field() {
        var wrong = Bodies.programme().put("to", "2023-12-31").put("cutOff", "2023-06-30");
        wrong.withArray("fields").addObject().put("code", "KT").put("name", "Kinh tế tập thể");
        var problem = as("ADMINISTRATOR")
                .put("/api/v1/programmes/" + newCode("P"), wrong)
                .is(422, "programme-invalid")
                .json();
        assertEquals(List.of("to", "cutOff", "fields"), problem.path("errors").findValuesAsString("field"));
    }

    @Test
    void who_should_register_stays_when_the_settings_are_laid_down_again() {
        var code = newProgramme();
        var address = "/api/v1/programmes/" + code;
        var unit = newUnit();
        var targets = Bodies.targets("COMMUNE", "NA");
        targets.withArray("exemptions")
                .addObject()
                .put("unit", unit)
                .put("from", "2024-01-01")
                .put("reason", "Khắc phục hậu quả thiên tai");
        var set = as("ADMINISTRATOR").put(address + "/targets", targets).is(200);
        assertEquals("\"2\"", set.header("ETag"));
        assertEquals(
                "\"2\"",
                as("ADMINISTRATOR").put(address + "/targets", targets).is(200).header("ETag"));

        as("ADMINISTRATOR")
                .put(address, Bodies.programme().put("cutOff", "2024-07-31"))
                .is(200);
        var kept = as("VIEWER").get(address).is(200).json().path("targets");
        assertEquals("COMMUNE", kept.path("kind").asString());
        assertEquals(unit, kept.at("/exemptions/0/unit").asString());

        var named = Bodies.json("{}");
        named.withArray("units").add(unit);
        as("ADMINISTRATOR").put(address + "/targets", named).is(200);
        assertFalse(as("VIEWER").get(address).is(200).json().path("targets").has("kind"));
    }

    @Test
    void who_should_register_is_checked_field_by_field() {
        var address = "/api/v1/programmes/" + newProgramme() + "/targets";
        var agency = newCode("U");
        as("ADMINISTRATOR")
                .put("/api/v1/units/" + agency, Bodies.unit("Sở").put("kind", "PROVINCIAL_AGENCY"))
                .is(201);
        var noTarget = Bodies.targets("COMMUNE", "NA");
        noTarget.withArray("exemptions")
                .addObject()
                .put("unit", agency)
                .put("from", "2024-01-01")
                .put("reason", "Khắc phục hậu quả thiên tai");
        var refused = Map.of(
                "kind term-unknown COMMUNE",
                Bodies.targets("PARISH", "NA"),
                "under target-unknown NA-21",
                Bodies.targets("COMMUNE", "NOBODY"),
                "units targets-named-or-rule NA-01",
                Bodies.json("{}"),
                "units[0] target-unknown NA-21",
                Bodies.json("{\"units\":[\"NOBODY\"]}"),
                "exemptions[0].unit exempt-no-target NA-01",
                noTarget);
        refused.forEach((expected, body) -> {
            var error = as("ADMINISTRATOR")
                    .put(address, body)
                    .is(422, "programme-invalid")
                    .json()
                    .at("/errors/0");
            var words = expected.split(" ");
            assertEquals(words[0], error.path("field").asString());
            assertEquals(words[1], error.path("code").asString());
            assertTrue(error.path("detail").asString().contains(words[2]), error.toString());
        });
        as("ADMINISTRATOR")
                .put("/api/v1/programmes/NOBODY/targets", Bodies.targets("COMMUNE", "NA"))
                .is(404, "no-programme");
    }

    @Test
    void a_programme_takes_registrations_in_for_a_time_and_is_closed() {
        var code = newProgramme();
        var address = "/api/v1/programmes/" + code;
        as("ADMINISTRATOR")
                .put(address + "/intake", Bodies.intake("2024-02-01", "2024-03-31"))
                .is(200);
        var id = newDraft(code, newUnit());
        var early = as("OFFICER")
                .post("/api/v1/registrations/" + id + "/submission", Bodies.on("2024-01-31"))
                .is(422, "registration-incomplete");
        assertEquals(
                "outside-intake",
                early.json().path("errors").get(0).path("code").asString());
        var told = early.json().path("errors").get(0).path("detail").asString();
        assertTrue(told.contains("\"on\": \"2024-02-01\""), told);
        as("ADMINISTRATOR")
                .put(address + "/intake", Bodies.intake("2024-01-15", "2024-03-31"))
                .is(422, "programme-invalid");
        as("ADMINISTRATOR")
                .put(
                        address + "/intake",
                        Bodies.intake("2024-01-15", "2024-03-31").put("reason", "Nhận sớm theo đề nghị của cơ sở"))
                .is(200);

        as("ADMINISTRATOR").post(address + "/closing", Bodies.on("2024-12-31")).is(200);
        assertEquals("2024-12-31", as("VIEWER").get(address).is(200).text("closedOn"));
        as("OFFICER")
                .post("/api/v1/registrations/" + id + "/submission", Bodies.on("2024-01-31"))
                .is(409, "programme-closed");
        as("ADMINISTRATOR")
                .post(address + "/reopening", Bodies.because("2025-01-05", "Còn thiếu ba đơn vị"))
                .is(200);
        as("OFFICER")
                .post("/api/v1/registrations/" + id + "/submission", Bodies.on("2024-01-31"))
                .is(200);

        // Closed anew: papers from before still count, later ones do not.
        as("ADMINISTRATOR").post(address + "/closing", Bodies.on("2025-01-31")).is(200);
        var registration = "/api/v1/registrations/" + id;
        as("REVIEWER")
                .post(registration + "/selection", Bodies.selection("2025-02-01"))
                .is(409, "programme-closed");
        as("REVIEWER")
                .post(registration + "/selection", Bodies.selection("2025-01-31"))
                .is(200);
        as("REVIEWER")
                .post(registration + "/acceptance", Bodies.acceptance("2025-02-01"))
                .is(409, "programme-closed");
        var rows = as("REVIEWER")
                .post("/api/v1/registrations/bulk-acceptance", Bodies.ids(Bodies.acceptance("2025-02-01"), List.of(id)))
                .is(200)
                .json();
        assertTrue(rows.toString().contains("programme-closed"), rows.toString());
        as("REVIEWER")
                .post(registration + "/acceptance", Bodies.acceptance("2025-01-31"))
                .is(200);
        as("ADMINISTRATOR")
                .post("/api/v1/programmes/NOBODY/closing", Bodies.on("2024-12-31"))
                .is(404, "no-programme");
    }

    @Test
    void programmes_are_listed() {
        var code = newProgramme();
        assertTrue(as("VIEWER")
                .get("/api/v1/programmes?host=NA&limit=500")
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("code")
                .contains(code));
    }

    private List<String> found(String query) {
        return as("VIEWER")
                .get("/api/v1/units?" + query)
                .is(200)
                .json()
                .path("items")
                .findValuesAsString("code");
    }
}
