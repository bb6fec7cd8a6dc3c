package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.KimBang.decision;
import static vn.dvk.awards.http.KimBang.outcomes;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.KimBang.revocation;
import static vn.dvk.awards.http.KimBang.types;
import static vn.dvk.awards.http.ReceivedEvents.registered;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.Topic;

class AwardTest {

    @Test
    void a_programme_may_loosen_one_form_to_one_per_track() {
        Topic.publish(ReceivedEvents.programme("NOTHING", List.of("GRASSROOTS"))
                .subject("programme:KB-LOOSE")
                .with("code", "KB-LOOSE")
                .with("severalForms", "ONE_PER_TRACK"));
        var model = registered(Map.of("programme", "KB-LOOSE"));
        SERVICE.awaitCaughtUp();
        var path = "/api/v1/models/" + model + "/awards";
        SERVICE.as("AUTHORITY").post(path, award("901")).is(201);
        var state = new HashMap<>(award("902"));
        state.put("track", "STATE");
        state.put("form", "BANG_KHEN");
        state.put("fund", "Quỹ thi đua, khen thưởng");
        state.put("paidOn", "2020-11-20");
        state.put("amount", 1_490_000);
        state.put("amountBasis", "Nghị định 98/2023/NĐ-CP");
        var granted = SERVICE.as("AUTHORITY").post(path, state);
        granted.is(201);
        assertThat(granted.text("fund")).isEqualTo("Quỹ thi đua, khen thưởng");
        state.put("track", "PARTY");
        state.put("decision", decision("903"));
        SERVICE.as("AUTHORITY").post(path, state).is(409, "one-achievement-one-form");
        var early = new HashMap<>(state);
        early.put("paidOn", "2020-11-05");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + registeredModel() + "/awards", early)
                .is(422, "date-before-previous")
                .fault("paidOn", "date-before-previous");
    }

    @Test
    void an_award_for_a_model_goes_to_its_unit_by_name_once() {
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/awards";
        var body = new HashMap<>(award("12"));
        body.put("amount", 1_490_000);
        SERVICE.as("AUTHORITY")
                .post(path, body)
                .is(422, "amount-basis-needed")
                .fault("amountBasis", "amount-basis-needed");
        body.put("amountBasis", "Nghị định 98/2023/NĐ-CP, điều 53");
        body.put("citation", "Có mô hình dân vận khéo tiêu biểu");
        body.put("period", Map.of("from", "2015-01-01", "to", "2020-12-31"));
        var first = SERVICE.as("AUTHORITY").key("k-1").post(path, body);
        first.is(201);
        assertThat(first.json().path("recipient").path("name").asString()).isEqualTo("Huyện Kim Bảng");
        assertThat(first.text("issuer")).isEqualTo("Ban Chỉ đạo huyện Kim Bảng");

        var again = SERVICE.as("AUTHORITY").key("k-1").post(path, body);
        again.is(200);
        assertThat(again.text("award")).isEqualTo(first.text("award"));

        var published = published(model, 1);
        var said = Json.MAPPER.readTree(published.getFirst().body());
        assertThat(said.path("category").asString()).isEqualTo("MODEL");
        assertThat(said.path("amount").asLong()).isEqualTo(1_490_000);
        assertThat(said.path("model").asString()).isEqualTo(model);
    }

    @Test
    void one_achievement_earns_one_form_until_that_is_revoked() {
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/awards";
        var award = SERVICE.as("AUTHORITY").post(path, award("12")).text("award");
        var second = SERVICE.as("AUTHORITY").post(path, award("13"));
        second.is(409, "one-achievement-one-form");

        SERVICE.as("AUTHORITY")
                .post(path + "/" + award + "/revocation", revocation("2021-01-05"))
                .is(200);
        SERVICE.as("AUTHORITY").post(path, award("13")).is(201);
        var published = published(model, 3);
        assertThat(types(published))
                .containsExactly(
                        "vn.dvk.awards.award-granted.v1",
                        "vn.dvk.awards.award-revoked.v1",
                        "vn.dvk.awards.award-granted.v1");
        var revoked = Json.MAPPER.readTree(published.get(1).body());
        assertThat(revoked.path("on").asString()).isEqualTo("2021-01-05");
        assertThat(revoked.path("form").asString()).isEqualTo("GIAY_KHEN");
    }

    @Test
    void the_same_key_with_another_award_is_a_mistake() {
        var path = "/api/v1/models/" + registeredModel() + "/awards";
        SERVICE.as("AUTHORITY").key("k-2").post(path, award("12"));
        SERVICE.as("AUTHORITY").key("k-2").post(path, award("13")).is(422, "key-reused");
        var more = new HashMap<>(award("12"));
        more.put("amount", 300_000);
        SERVICE.as("AUTHORITY").key("k-2").post(path, more).is(422, "key-reused");
    }

    @Test
    void many_are_commended_by_one_decision_and_one_bad_row_stops_nobody() {
        var free = registeredModel();
        var commended = registeredModel();
        SERVICE.as("AUTHORITY").post("/api/v1/models/" + commended + "/awards", award("12"));
        var body = new HashMap<>(award("20"));
        body.put("models", List.of(commended, free));
        var answer = SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", body);
        assertThat(outcomes(answer)).containsExactly("REFUSED", "DONE");
        assertThat(outcomes(SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", body)))
                .containsExactly("REFUSED", "UNCHANGED");
    }

    @Test
    void a_bulk_request_that_comes_again_does_not_undo_what_was_decided_since() {
        var model = registeredModel();
        var body = new HashMap<>(award("21"));
        body.put("models", List.of(model));
        var bulk = SERVICE.as("AUTHORITY").key("bulk-" + model);
        var first = bulk.post("/api/v1/awards/bulk", body);
        assertThat(outcomes(first)).containsExactly("DONE");
        var award = first.json().path("rows").path(0).path("award").asString();
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/awards/" + award + "/revocation", revocation("2021-02-01"))
                .is(200);

        assertThat(outcomes(bulk.post("/api/v1/awards/bulk", body))).containsExactly("UNCHANGED");
        assertThat(SERVICE.as("VIEWER").get("/api/v1/models/" + model).json().path("awards"))
                .hasSize(1);
        body.put("on", "2020-11-07");
        var other = bulk.post("/api/v1/awards/bulk", body);
        assertThat(outcomes(other)).containsExactly("REFUSED");
        assertThat(other.json()
                        .path("rows")
                        .path(0)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("key-reused");
    }

    @Test
    void a_hold_stops_awards_until_it_is_released() {
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/holds";
        var body = Map.of("kind", "DISCIPLINE", "reason", "Đang xem xét kỷ luật", "on", "2020-10-01");
        var hold = SERVICE.as("AUTHORITY").key("k-3").post(path, body);
        hold.is(201);
        assertThat(SERVICE.as("AUTHORITY").key("k-3").post(path, body).text("hold"))
                .isEqualTo(hold.text("hold"));
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/awards", award("12"))
                .is(409, "on-hold");
        assertThat(SERVICE.as("VIEWER").get("/api/v1/models/" + model).text("state"))
                .isEqualTo("ON_HOLD");

        var release = Map.of("reason", "Không có vi phạm", "on", "2020-11-01");
        SERVICE.as("AUTHORITY")
                .post(path + "/" + hold.text("hold") + "/release", release)
                .is(200);
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/awards", award("12"))
                .is(201);
        var published = published(model, 3);
        assertThat(types(published))
                .containsExactly(
                        "vn.dvk.awards.hold-placed.v1",
                        "vn.dvk.awards.hold-released.v1",
                        "vn.dvk.awards.award-granted.v1");
        var other = Map.of("kind", "INSPECTION", "reason", "Khác", "on", "2020-10-01");
        SERVICE.as("AUTHORITY").key("k-3").post(path, other).is(422, "key-reused");
    }

    @Test
    void an_award_for_the_movement_has_no_model_and_is_granted_once_per_key() {
        var body = movement("Lê Văn Tâm", "HNA-KB-13");
        var first = SERVICE.as("AUTHORITY").key("m-1").post("/api/v1/movement-awards", body);
        first.is(201);
        var id = first.text("award");
        assertThat(first.header("Location")).isEqualTo("/api/v1/movement-awards/" + id);
        SERVICE.as("AUTHORITY").key("m-1").post("/api/v1/movement-awards", body).is(200);
        SERVICE.as("AUTHORITY")
                .key("m-1")
                .post("/api/v1/movement-awards", movement("Người khác", "HNA-KB-13"))
                .is(422, "key-reused");

        SERVICE.as("AUTHORITY")
                .post("/api/v1/movement-awards/" + id + "/revocation", revocation("2021-02-01"))
                .is(200);
        var shown = SERVICE.as("VIEWER").get("/api/v1/movement-awards/" + id);
        assertThat(shown.json().path("revoked").path("on").asString()).isEqualTo("2021-02-01");
        assertThat(SERVICE.as("VIEWER")
                        .get("/api/v1/movement-awards/" + id + "/history")
                        .json()
                        .path("items"))
                .hasSize(2);

        var published = published(id, 2);
        assertThat(published.getFirst().key()).isEqualTo(id);
        assertThat(Json.MAPPER.readTree(published.getFirst().body()).has("model"))
                .isFalse();
    }

    @Test
    void movement_awards_come_in_rows_each_checked_by_itself() {
        var key = "kb-" + System.nanoTime();
        var rows = List.of(
                row(key + ":1", "HNA-KB-13", "Chi bộ xã Tân Sơn"),
                row(key + ":2", "KHONG-CO", "Đơn vị lạ"),
                row(key + ":3", "HNA-KB-14", " "),
                row(key + ":1", "HNA-KB-13", "Chi bộ xã Tân Sơn"));
        var body = new HashMap<>(award("50"));
        body.put("programme", ReceivedEvents.PROGRAMME);
        body.put("rows", rows);
        var answer = SERVICE.as("AUTHORITY").post("/api/v1/movement-awards/bulk", body);
        assertThat(outcomes(answer)).containsExactly("DONE", "REFUSED", "REFUSED", "UNCHANGED");
        var problems = answer.json()
                .path("rows")
                .valueStream()
                .map(one -> one.path("problem").path("code").asString(""))
                .toList();
        assertThat(problems).containsExactly("", "unit-unknown", "invalid-fields", "");
        var list = SERVICE.as("VIEWER")
                .get("/api/v1/movement-awards?programme=" + ReceivedEvents.PROGRAMME + "&limit=500");
        assertThat(list.json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("recipient").asString()))
                .contains("Chi bộ xã Tân Sơn");
    }

    @Test
    void a_movement_award_names_a_programme_and_a_unit_that_exist() {
        var body = new HashMap<>(movement("Lê Văn Tâm", "HNA-KB-13"));
        body.put("programme", "KHONG-CO");
        var answer = SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", body);
        answer.is(422);
        assertThat(field(answer)).isEqualTo("programme");
        assertThat(field(SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", movement("Lê Văn Tâm", "KHONG-CO"))))
                .isEqualTo("recipient.unit");
        SERVICE.as("VIEWER").get("/api/v1/movement-awards/unknown").is(404);
    }

    @Test
    void several_recipients_are_named_and_what_is_missing_is_listed() {
        var body = new HashMap<>(movement("Lê Văn Tâm", "HNA-KB-13"));
        body.remove("recipient");
        SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", body).is(422).fault("recipient", "required");
        body.put(
                "recipients",
                List.of(
                        Map.of("name", "Lê Văn Tâm", "unit", "HNA-KB-13", "subject", "s-1"),
                        Map.of("name", "Trần Thị Mai Hoa", "unit", "HNA-KB-14")));
        var given = SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", body);
        given.is(201);
        assertThat(given.json().path("recipients")).hasSize(2);
        assertThat(given.json().path("incomplete").path(0).asString()).isEqualTo("amount");
        var list = SERVICE.as("VIEWER").get("/api/v1/movement-awards?incomplete=true&limit=500");
        assertThat(list.json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("award").asString()))
                .contains(given.text("award"));

        body.put("recipient", Map.of("name", "Lê Văn Tâm", "unit", "HNA-KB-13"));
        SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", body).is(422).fault("recipients", "recipient-twice");
    }

    @Test
    void a_households_award_needs_its_head() {
        var model = registered(Map.of("subject", "HOUSEHOLD"));
        var path = "/api/v1/models/" + model + "/awards";
        SERVICE.as("AUTHORITY")
                .post(path, award("12"))
                .is(422, "recipient-needed")
                .fault("recipients", "recipient-needed");
        var body = new HashMap<>(award("12"));
        body.put("recipient", Map.of("name", "Hoàng Văn Bảy", "unit", "HNA-KB-99"));
        SERVICE.as("AUTHORITY").post(path, body).is(422, "unit-unknown").fault("recipient.unit", "unit-unknown");
        body.put("recipient", Map.of("name", "Hoàng Văn Bảy", "unit", "HNA-KB-13"));
        SERVICE.as("AUTHORITY").post(path, body).is(201);

        var other = registered(Map.of("subject", "HOUSEHOLD", "subjectId", "s-household"));
        var bulk = new HashMap<>(award("12"));
        bulk.put("models", List.of(other));
        assertThat(outcomes(SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", bulk)))
                .containsExactly("REFUSED");
        bulk.put("printed", Map.of(other, Map.of("name", "Hoàng Văn Tám")));
        assertThat(outcomes(SERVICE.as("AUTHORITY").post("/api/v1/awards/bulk", bulk)))
                .containsExactly("DONE");
        var said = Json.MAPPER.readTree(published(other, 1).getFirst().body());
        assertThat(said.path("recipient").path("name").asString()).isEqualTo("Hoàng Văn Tám");
        assertThat(said.path("recipient").path("subject").asString()).isEqualTo("s-household");
        assertThat(said.has("name"))
                .as("the entry's title is not public by that")
                .isFalse();
    }

    @Test
    void a_correction_is_shown_at_once_and_published_with_what_it_was() {
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/awards";
        var award = SERVICE.as("AUTHORITY").post(path, award("12")).text("award");
        var correction = Map.of("form", "BANG_KHEN", "reason", "Nhập nhầm", "on", "2020-11-20");
        var keyed = SERVICE.as("AUTHORITY").key("correction-" + award);
        var corrected = keyed.post(path + "/" + award + "/correction", correction);
        corrected.is(200);
        assertThat(corrected.text("form")).isEqualTo("BANG_KHEN");
        assertThat(corrected.json().path("incomplete").path(0).asString()).isEqualTo("amount");
        SERVICE.as("AUTHORITY")
                .post(
                        path + "/" + award + "/correction",
                        Map.of("amount", 500_000, "reason", "Nhập nhầm", "on", "2020-11-20"))
                .is(422, "amount-basis-needed");
        keyed.post(path + "/" + award + "/correction", correction).is(200);
        SERVICE.as("AUTHORITY")
                .post(path + "/" + award + "/correction", correction)
                .is(422, "nothing-to-correct");

        var published = published(model, 2);
        assertThat(types(published))
                .containsExactly("vn.dvk.awards.award-granted.v1", "vn.dvk.awards.award-corrected.v1");
        var said = Json.MAPPER.readTree(published.get(1).body());
        assertThat(said.path("changes").path(0).path("was").asString()).isEqualTo("GIAY_KHEN");
        assertThat(said.path("reason").asString()).isEqualTo("Nhập nhầm");
        SERVICE.as("AUTHORITY").post(path + "/unknown/correction", correction).is(404, "award-unknown");
    }

    @Test
    void an_award_for_the_movement_is_corrected_too() {
        var id = SERVICE.as("AUTHORITY")
                .post("/api/v1/movement-awards", movement("Lê Văn Tâm", "HNA-KB-13"))
                .text("award");
        var path = "/api/v1/movement-awards/" + id + "/correction";
        var correction = Map.of(
                "recipient",
                Map.of("name", "Lê Văn Tám", "unit", "HNA-KB-13"),
                "reason",
                "Sai tên",
                "on",
                "2020-11-20");
        var corrected = SERVICE.as("AUTHORITY").post(path, correction);
        corrected.is(200);
        assertThat(corrected.json().path("recipient").path("name").asString()).isEqualTo("Lê Văn Tám");
        SERVICE.as("AUTHORITY").post(path, correction).is(422, "nothing-to-correct");
        assertThat(types(published(id, 2)))
                .containsExactly("vn.dvk.awards.award-granted.v1", "vn.dvk.awards.award-corrected.v1");
    }

    @Test
    void a_hold_on_a_unit_or_a_person_stops_awards_for_the_movement_and_for_models() {
        var place = Map.of("unit", "HNA-KB-15", "kind", "DISCIPLINE", "reason", "Đang xem xét", "on", "2020-10-01");
        var hold = SERVICE.as("AUTHORITY").key("w-1").post("/api/v1/holds", place);
        hold.is(201);
        SERVICE.as("AUTHORITY").key("w-1").post("/api/v1/holds", place).is(200);
        SERVICE.as("AUTHORITY")
                .post("/api/v1/movement-awards", movement("Lê Văn Tâm", "HNA-KB-15"))
                .is(409, "held-with-others");
        var model = registered(Map.of("unit", "HNA-KB-15"));
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/awards", award("12"))
                .is(409, "held-with-others");
        var key = "hold-" + System.nanoTime();
        var rows = new HashMap<>(award("50"));
        rows.put("programme", ReceivedEvents.PROGRAMME);
        rows.put("rows", List.of(row(key + ":1", "HNA-KB-15", "Chi bộ 1"), row(key + ":2", "HNA-KB-13", "Chi bộ 2")));
        assertThat(outcomes(SERVICE.as("AUTHORITY").post("/api/v1/movement-awards/bulk", rows)))
                .containsExactly("REFUSED", "DONE");

        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/holds",
                        Map.of("subject", "s-9", "kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-10-01"))
                .is(201);
        var person = new HashMap<>(movement("Lê Văn Tâm", "HNA-KB-13"));
        person.put("recipient", Map.of("name", "Lê Văn Tâm", "unit", "HNA-KB-13", "subject", "s-9"));
        SERVICE.as("AUTHORITY").post("/api/v1/movement-awards", person).is(409, "held-with-others");
        var theirs = registered(Map.of("subject", "INDIVIDUAL", "subjectId", "s-9"));
        var printed = new HashMap<>(award("12"));
        printed.put("recipient", Map.of("name", "Lê Văn Tâm", "unit", "HNA-KB-13"));
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + theirs + "/awards", printed)
                .is(409, "held-with-others");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + theirs + "/recognitions", recognition("DISTRICT", "13"))
                .is(409, "held-with-others");

        var id = hold.text("hold");
        assertThat(SERVICE.as("VIEWER")
                        .get("/api/v1/holds?type=UNIT&id=HNA-KB-15")
                        .json()
                        .path("items")
                        .path(0)
                        .path("hold")
                        .asString())
                .isEqualTo(id);
        SERVICE.as("AUTHORITY")
                .post("/api/v1/holds/" + id + "/release", Map.of("reason", "Không có vi phạm", "on", "2020-11-01"))
                .is(200);
        SERVICE.as("AUTHORITY")
                .post("/api/v1/movement-awards", movement("Lê Văn Tâm", "HNA-KB-15"))
                .is(201);
        assertThat(types(published(id, 2)))
                .containsExactly("vn.dvk.awards.wider-hold-placed.v1", "vn.dvk.awards.wider-hold-released.v1");
        SERVICE.as("VIEWER").get("/api/v1/holds/khong-co").is(404, "hold-unknown");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/holds", Map.of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-10-01"))
                .is(422)
                .fault("unit", "hold-target");
    }

    private static String field(ApiResponse answer) {
        JsonNode fault = answer.json().path("errors").path(0);
        return fault.path("field").asString("");
    }

    private static Map<String, Object> movement(String name, String unit) {
        var body = new HashMap<>(award("33"));
        body.put("programme", ReceivedEvents.PROGRAMME);
        body.put("subject", "INDIVIDUAL");
        body.put("recipient", Map.of("name", name, "post", "Bí thư chi bộ", "unit", unit));
        return body;
    }

    private static Map<String, Object> row(String key, String unit, String name) {
        return Map.of("key", key, "subject", "COLLECTIVE", "recipient", Map.of("name", name, "unit", unit));
    }
}
