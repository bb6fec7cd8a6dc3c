package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AwardTest extends AwardsTest {

    @Test
    void an_award_for_a_model_goes_to_its_unit_by_name_once() {
        var model = received.registeredModel();
        var path = "/api/v1/models/" + model + "/awards";
        var body = new HashMap<>(award("12"));
        body.put("amount", 1_490_000);
        body.put("citation", "Có mô hình dân vận khéo tiêu biểu");
        body.put("period", Map.of("from", "2015-01-01", "to", "2020-12-31"));
        var first = api.post("AUTHORITY", path, body, "k-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("recipient").path("name").asString()).isEqualTo("Huyện Kim Bảng");
        assertThat(first.text("issuer")).isEqualTo("Ban Chỉ đạo huyện Kim Bảng");

        var again = api.post("AUTHORITY", path, body, "k-1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("award")).isEqualTo(first.text("award"));

        var published = LOG.published(model, 1);
        published.forEach(CONTRACTS::assertValid);
        var said = Api.JSON.readTree(published.getFirst().body());
        assertThat(said.path("category").asString()).isEqualTo("MODEL");
        assertThat(said.path("amount").asLong()).isEqualTo(1_490_000);
        assertThat(said.path("model").asString()).isEqualTo(model);
    }

    @Test
    void one_achievement_earns_one_form_until_that_is_revoked() {
        var model = received.registeredModel();
        var path = "/api/v1/models/" + model + "/awards";
        var award = api.post("AUTHORITY", path, award("12")).text("award");
        var second = api.post("AUTHORITY", path, award("13"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("one-achievement-one-form");

        assertThat(api.post("AUTHORITY", path + "/" + award + "/revocation", revocation("2021-01-05"))
                        .status())
                .isEqualTo(200);
        assertThat(api.post("AUTHORITY", path, award("13")).status()).isEqualTo(201);
        var published = LOG.published(model, 3);
        published.forEach(CONTRACTS::assertValid);
        assertThat(RecognitionTest.types(published))
                .containsExactly(
                        "vn.dvk.awards.award-granted.v1",
                        "vn.dvk.awards.award-revoked.v1",
                        "vn.dvk.awards.award-granted.v1");
        var revoked = Api.JSON.readTree(published.get(1).body());
        assertThat(revoked.path("on").asString()).isEqualTo("2021-01-05");
        assertThat(revoked.path("form").asString()).isEqualTo("GIAY_KHEN");
    }

    @Test
    void the_same_key_with_another_award_is_a_mistake() {
        var path = "/api/v1/models/" + received.registeredModel() + "/awards";
        api.post("AUTHORITY", path, award("12"), "k-2");
        assertThat(api.post("AUTHORITY", path, award("13"), "k-2").code()).isEqualTo("idempotency-key-reused");
        var more = new HashMap<>(award("12"));
        more.put("amount", 300_000);
        assertThat(api.post("AUTHORITY", path, more, "k-2").code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void many_are_commended_by_one_decision_and_one_bad_row_stops_nobody() {
        var free = received.registeredModel();
        var commended = received.registeredModel();
        api.post("AUTHORITY", "/api/v1/models/" + commended + "/awards", award("12"));
        var body = new HashMap<>(award("20"));
        body.put("models", List.of(commended, free));
        var answer = api.post("AUTHORITY", "/api/v1/awards/bulk", body);
        assertThat(RecognitionTest.outcomes(answer)).containsExactly("REFUSED", "DONE");
        assertThat(RecognitionTest.outcomes(api.post("AUTHORITY", "/api/v1/awards/bulk", body)))
                .containsExactly("REFUSED", "UNCHANGED");
    }

    @Test
    void a_hold_stops_awards_until_it_is_released() {
        var model = received.registeredModel();
        var path = "/api/v1/models/" + model + "/holds";
        var body = Map.of("kind", "DISCIPLINE", "reason", "Đang xem xét kỷ luật", "on", "2020-10-01");
        var hold = api.post("AUTHORITY", path, body, "k-3");
        assertThat(hold.status()).isEqualTo(201);
        assertThat(api.post("AUTHORITY", path, body, "k-3").text("hold")).isEqualTo(hold.text("hold"));
        assertThat(api.post("AUTHORITY", "/api/v1/models/" + model + "/awards", award("12"))
                        .code())
                .isEqualTo("on-hold");
        assertThat(api.get("VIEWER", "/api/v1/models/" + model).text("state")).isEqualTo("ON_HOLD");

        var release = Map.of("reason", "Không có vi phạm", "on", "2020-11-01");
        assertThat(api.post("AUTHORITY", path + "/" + hold.text("hold") + "/release", release)
                        .status())
                .isEqualTo(200);
        assertThat(api.post("AUTHORITY", "/api/v1/models/" + model + "/awards", award("12"))
                        .status())
                .isEqualTo(201);
        var published = LOG.published(model, 3);
        published.forEach(CONTRACTS::assertValid);
        assertThat(RecognitionTest.types(published))
                .containsExactly(
                        "vn.dvk.awards.hold-placed.v1",
                        "vn.dvk.awards.hold-released.v1",
                        "vn.dvk.awards.award-granted.v1");
        var other = Map.of("kind", "INSPECTION", "reason", "Khác", "on", "2020-10-01");
        assertThat(api.post("AUTHORITY", path, other, "k-3").code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void an_award_for_the_movement_has_no_model_and_is_granted_once_per_key() {
        var body = movement("Lê Văn Tâm", "HNA-KB-13");
        var first = api.post("AUTHORITY", "/api/v1/movement-awards", body, "m-1");
        assertThat(first.status()).isEqualTo(201);
        var id = first.text("award");
        assertThat(first.headers().firstValue("Location")).contains("/api/v1/movement-awards/" + id);
        assertThat(api.post("AUTHORITY", "/api/v1/movement-awards", body, "m-1").status())
                .isEqualTo(200);
        assertThat(api.post("AUTHORITY", "/api/v1/movement-awards", movement("Người khác", "HNA-KB-13"), "m-1")
                        .code())
                .isEqualTo("idempotency-key-reused");

        assertThat(api.post("AUTHORITY", "/api/v1/movement-awards/" + id + "/revocation", revocation("2021-02-01"))
                        .status())
                .isEqualTo(200);
        var shown = api.get("VIEWER", "/api/v1/movement-awards/" + id);
        assertThat(shown.body().path("revoked").path("on").asString()).isEqualTo("2021-02-01");
        assertThat(api.get("VIEWER", "/api/v1/movement-awards/" + id + "/history")
                        .body()
                        .path("items"))
                .hasSize(2);

        var published = LOG.published(id, 2);
        published.forEach(CONTRACTS::assertValid);
        assertThat(published.getFirst().key()).isEqualTo(id);
        assertThat(Api.JSON.readTree(published.getFirst().body()).has("model")).isFalse();
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
        var answer = api.post("AUTHORITY", "/api/v1/movement-awards/bulk", body);
        assertThat(RecognitionTest.outcomes(answer)).containsExactly("DONE", "REFUSED", "REFUSED", "UNCHANGED");
        var problems = answer.body()
                .path("rows")
                .valueStream()
                .map(one -> one.path("problem").path("code").asString(""))
                .toList();
        assertThat(problems).containsExactly("", "unit-unknown", "invalid-fields", "");
        var list = api.get("VIEWER", "/api/v1/movement-awards?programme=" + ReceivedEvents.PROGRAMME + "&limit=500");
        assertThat(list.body()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("recipient").asString()))
                .contains("Chi bộ xã Tân Sơn");
    }

    @Test
    void a_movement_award_names_a_programme_and_a_unit_that_exist() {
        var body = new HashMap<>(movement("Lê Văn Tâm", "HNA-KB-13"));
        body.put("programme", "KHONG-CO");
        var answer = api.post("AUTHORITY", "/api/v1/movement-awards", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(field(answer)).isEqualTo("programme");
        assertThat(field(api.post("AUTHORITY", "/api/v1/movement-awards", movement("Lê Văn Tâm", "KHONG-CO"))))
                .isEqualTo("recipient.unit");
        assertThat(api.get("VIEWER", "/api/v1/movement-awards/unknown").status())
                .isEqualTo(404);
    }

    private static String field(Api.Answer answer) {
        JsonNode fault = answer.body().path("errors").path(0);
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
