package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.dvk.spec.contract.PublishedRecord;

class RecognitionTest extends AwardsTest {

    @Test
    void a_recognition_is_given_once_shown_and_published() {
        var model = received.evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var first = api.post("AUTHORITY", path, recognition("DISTRICT", "31"), "k-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).contains("/api/v1/models/" + model);

        var again = api.post("AUTHORITY", path, recognition("DISTRICT", "31"), "k-1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("recognition")).isEqualTo(first.text("recognition"));
        assertThat(again.eTag()).isEqualTo(first.eTag());

        var shown = api.get("VIEWER", "/api/v1/models/" + model);
        assertThat(shown.text("state")).isEqualTo("RECOGNIZED");
        assertThat(shown.body().path("recognitions")).hasSize(1);
        assertThat(shown.body()
                        .path("recognitions")
                        .path(0)
                        .path("decision")
                        .path("issuer")
                        .asString())
                .isEqualTo("Ban Chỉ đạo huyện Kim Bảng");

        var published = LOG.published(model, 1);
        assertThat(published).hasSize(1);
        CONTRACTS.assertValid(published.getFirst());
        assertThat(published.getFirst().headers())
                .containsEntry("ce_type", "vn.dvk.awards.model-recognized.v1")
                .containsEntry("ce_position", "1")
                .containsEntry("ce_actor", "person-authority");
        assertThat(published.getFirst().key()).isEqualTo(model);
    }

    @Test
    void the_same_key_with_another_recognition_is_a_mistake() {
        var path = "/api/v1/models/" + received.evaluatedModel() + "/recognitions";
        assertThat(api.post("AUTHORITY", path, recognition("DISTRICT", "31"), "k-2")
                        .status())
                .isEqualTo(201);
        var reused = api.post("AUTHORITY", path, recognition("PROVINCE", "31"), "k-2");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void what_breaks_a_rule_is_told_with_its_field_in_two_languages() {
        var path = "/api/v1/models/" + received.evaluatedModel() + "/recognitions";
        var vietnamese = api.post("AUTHORITY", path, recognition("CENTRAL", "31"));
        assertThat(vietnamese.status()).isEqualTo(422);
        assertThat(vietnamese.code()).isEqualTo("level-not-used");
        assertThat(vietnamese.body().path("errors").path(0).path("field").asString())
                .isEqualTo("level");
        assertThat(vietnamese.text("title")).isEqualTo("Phong trào không công nhận ở cấp này");
        var english = api.post(
                "AUTHORITY",
                path,
                recognition("CENTRAL", "31"),
                Map.of("Idempotency-Key", "k-3", "Accept-Language", "en"));
        assertThat(english.text("title")).isEqualTo("Not a level of the programme");
    }

    @Test
    void what_is_not_the_time_for_is_a_conflict() {
        var model = received.registeredModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        assertThat(api.post("AUTHORITY", path, recognition("DISTRICT", "31")).code())
                .isEqualTo("not-evaluated");
        var other = received.evaluatedModel();
        path = "/api/v1/models/" + other + "/recognitions";
        api.post("AUTHORITY", path, recognition("DISTRICT", "31"));
        var conflict = api.post("AUTHORITY", path, recognition("DISTRICT", "32"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.code()).isEqualTo("already-recognized");
    }

    @Test
    void a_model_not_heard_of_yet_is_said_to_be_so() {
        var answer = api.post(
                "AUTHORITY", "/api/v1/models/" + UUID.randomUUID() + "/recognitions", recognition("DISTRICT", "31"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-known-yet");
    }

    @Test
    void a_recognition_is_revoked_and_stays_on_record() {
        var model = received.evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var recognition =
                api.post("AUTHORITY", path, recognition("DISTRICT", "31")).text("recognition");
        var revoked = api.post("AUTHORITY", path + "/" + recognition + "/revocation", revocation("2021-02-01"));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body().path("revoked").path("on").asString()).isEqualTo("2021-02-01");
        assertThat(api.get("VIEWER", "/api/v1/models/" + model).body().path("recognitions"))
                .hasSize(1);
        var published = LOG.published(model, 2);
        published.forEach(CONTRACTS::assertValid);
        assertThat(types(published))
                .containsExactly("vn.dvk.awards.model-recognized.v1", "vn.dvk.awards.recognition-revoked.v1");
        assertThat(api.post("AUTHORITY", path + "/unknown/revocation", revocation("2021-02-01"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_refusal_is_given_once_and_published() {
        var model = received.registeredModel();
        var body = Map.of("level", "PROVINCE", "reason", "Chưa đủ thời gian", "on", "2020-11-06");
        var path = "/api/v1/models/" + model + "/refusals";
        var first = api.post("AUTHORITY", path, body, "k-4");
        assertThat(first.status()).isEqualTo(201);
        assertThat(api.post("AUTHORITY", path, body, "k-4").text("refusal")).isEqualTo(first.text("refusal"));
        var published = LOG.published(model, 1);
        assertThat(types(published)).containsExactly("vn.dvk.awards.recognition-refused.v1");
        published.forEach(CONTRACTS::assertValid);
    }

    @Test
    void many_are_recognized_by_one_decision_and_one_bad_row_stops_nobody() {
        var good = received.evaluatedModel();
        var held = received.evaluatedModel();
        api.post(
                "AUTHORITY",
                "/api/v1/models/" + held + "/holds",
                Map.of("kind", "COMPLAINT", "reason", "Có đơn", "on", "2020-10-01"));
        var unknown = UUID.randomUUID().toString();
        var body = Map.of(
                "level",
                "DISTRICT",
                "decision",
                decision("40"),
                "on",
                "2020-11-06",
                "models",
                List.of(good, held, unknown, good));
        var answer = api.post("AUTHORITY", "/api/v1/recognitions/bulk", body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(outcomes(answer)).containsExactly("DONE", "REFUSED", "REFUSED", "UNCHANGED");
        assertThat(answer.body().path("rows").path(0).path("id").asString()).isEqualTo(good);
        assertThat(answer.body()
                        .path("rows")
                        .path(1)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("on-hold");
        assertThat(answer.body()
                        .path("rows")
                        .path(2)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("not-known-yet");

        var again = api.post("AUTHORITY", "/api/v1/recognitions/bulk", body);
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(LOG.published(good, 1)).hasSize(1);
    }

    @Test
    void of_two_that_decide_differently_at_once_one_wins() throws Exception {
        var path = "/api/v1/models/" + received.evaluatedModel() + "/recognitions";
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(
                    () -> api.post("AUTHORITY", path, recognition("DISTRICT", "31"))
                            .status(),
                    () -> api.post("AUTHORITY", path, recognition("DISTRICT", "32"))
                            .status()));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void whoever_names_an_old_version_is_overtaken() {
        var model = received.evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var seen = api.get("VIEWER", "/api/v1/models/" + model).eTag();
        var first = api.post(
                "AUTHORITY", path, recognition("DISTRICT", "31"), Map.of("Idempotency-Key", "a", "If-Match", seen));
        assertThat(first.status()).isEqualTo(201);
        var late = api.post(
                "AUTHORITY", path, recognition("PROVINCE", "31"), Map.of("Idempotency-Key", "b", "If-Match", seen));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("overtaken");
        assertThat(late.eTag()).isEqualTo(first.eTag());
    }

    static List<String> types(List<PublishedRecord> records) {
        return records.stream()
                .map(one -> one.headers().getOrDefault("ce_type", ""))
                .toList();
    }

    static List<String> outcomes(Api.Answer answer) {
        return answer.body()
                .path("rows")
                .valueStream()
                .map(row -> row.path("outcome").asString())
                .toList();
    }
}
