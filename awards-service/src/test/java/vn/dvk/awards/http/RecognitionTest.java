package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.decision;
import static vn.dvk.awards.http.KimBang.outcomes;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.KimBang.revocation;
import static vn.dvk.awards.http.KimBang.types;
import static vn.dvk.awards.http.ReceivedEvents.evaluatedModel;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;
import static vn.dvk.awards.http.ReceivedEvents.voided;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.Topic;

class RecognitionTest {

    @Test
    void a_recognition_is_given_once_shown_and_published() {
        var model = evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var first = SERVICE.as("AUTHORITY").key("k-1").post(path, recognition("DISTRICT", "31"));
        first.is(201);
        assertThat(first.header("Location")).isEqualTo("/api/v1/models/" + model);

        var again = SERVICE.as("AUTHORITY").key("k-1").post(path, recognition("DISTRICT", "31"));
        again.is(200);
        assertThat(again.text("recognition")).isEqualTo(first.text("recognition"));
        assertThat(again.eTag()).isEqualTo(first.eTag());

        var shown = SERVICE.as("VIEWER").get("/api/v1/models/" + model);
        assertThat(shown.text("state")).isEqualTo("RECOGNIZED");
        assertThat(shown.json().path("recognitions")).hasSize(1);
        assertThat(shown.json()
                        .path("recognitions")
                        .path(0)
                        .path("decision")
                        .path("issuer")
                        .asString())
                .isEqualTo("Ban Chỉ đạo huyện Kim Bảng");

        var published = published(model, 1);
        assertThat(published.getFirst().headers())
                .containsEntry("ce_type", "vn.dvk.awards.model-recognized.v1")
                .containsEntry("ce_position", "1")
                .containsEntry("ce_actor", "authority");
        assertThat(published.getFirst().key()).isEqualTo(model);
    }

    @Test
    void the_same_key_with_another_recognition_is_a_mistake() {
        var path = "/api/v1/models/" + evaluatedModel() + "/recognitions";
        SERVICE.as("AUTHORITY")
                .key("k-2")
                .post(path, recognition("DISTRICT", "31"))
                .is(201);
        var reused = SERVICE.as("AUTHORITY").key("k-2").post(path, recognition("PROVINCE", "31"));
        reused.is(422, "key-reused");
    }

    @Test
    void what_breaks_a_rule_is_told_with_its_field_in_two_languages() {
        var path = "/api/v1/models/" + evaluatedModel() + "/recognitions";
        var vietnamese = SERVICE.as("AUTHORITY").post(path, recognition("CENTRAL", "31"));
        vietnamese.is(422, "level-not-used");
        assertThat(vietnamese.json().path("errors").path(0).path("field").asString())
                .isEqualTo("level");
        assertThat(vietnamese.text("title")).isEqualTo("Phong trào không công nhận ở cấp này");
        var english = SERVICE.as("AUTHORITY").key("k-3").language("en").post(path, recognition("CENTRAL", "31"));
        assertThat(english.text("title")).isEqualTo("Not a level of the programme");
    }

    @Test
    void what_is_not_the_time_for_is_a_conflict() {
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        SERVICE.as("AUTHORITY").post(path, recognition("DISTRICT", "31")).is(409, "not-evaluated");
        var other = evaluatedModel();
        path = "/api/v1/models/" + other + "/recognitions";
        SERVICE.as("AUTHORITY").post(path, recognition("DISTRICT", "31"));
        var conflict = SERVICE.as("AUTHORITY").post(path, recognition("DISTRICT", "32"));
        conflict.is(409, "already-recognized");
    }

    @Test
    void a_model_not_heard_of_yet_is_said_to_be_so() {
        var answer = SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + UUID.randomUUID() + "/recognitions", recognition("DISTRICT", "31"));
        answer.is(404, "not-known-yet");
    }

    @Test
    void a_recognition_is_revoked_and_stays_on_record() {
        var model = evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var recognition = SERVICE.as("AUTHORITY")
                .post(path, recognition("DISTRICT", "31"))
                .text("recognition");
        var revoked = SERVICE.as("AUTHORITY").post(path + "/" + recognition + "/revocation", revocation("2021-02-01"));
        revoked.is(200);
        assertThat(revoked.json().path("revoked").path("on").asString()).isEqualTo("2021-02-01");
        assertThat(SERVICE.as("VIEWER").get("/api/v1/models/" + model).json().path("recognitions"))
                .hasSize(1);
        var published = published(model, 2);
        assertThat(types(published))
                .containsExactly("vn.dvk.awards.model-recognized.v1", "vn.dvk.awards.recognition-revoked.v1");
        SERVICE.as("AUTHORITY")
                .post(path + "/unknown/revocation", revocation("2021-02-01"))
                .is(404);
    }

    @Test
    void what_a_revocation_does_is_said_and_it_ends_unless_said_otherwise() {
        var model = evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        for (var effect : List.of("ENDED", "ANNULLED")) {
            var recognition = SERVICE.as("AUTHORITY")
                    .post(path, recognition("DISTRICT", "31"))
                    .text("recognition");
            var body = new HashMap<>(revocation("2021-02-01"));
            if (effect.equals("ANNULLED")) {
                body.put("effect", effect);
            }
            var revoked = SERVICE.as("AUTHORITY").post(path + "/" + recognition + "/revocation", body);
            assertThat(revoked.json().path("revoked").path("effect").asString()).isEqualTo(effect);
        }
        var published = published(model, 4);
        assertThat(Json.MAPPER.readTree(published.get(3).body()).path("effect").asString())
                .isEqualTo("ANNULLED");
    }

    @Test
    void when_its_conclusion_is_voided_a_recognition_is_flagged_to_the_authority() {
        var model = evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var recognition = SERVICE.as("AUTHORITY")
                .post(path, recognition("DISTRICT", "31"))
                .text("recognition");
        assertThat(flagged()).doesNotContain(recognition);

        Topic.publish(voided(model));
        await().until(() -> flagged().contains(recognition));
        var shown = SERVICE.as("VIEWER").get("/api/v1/models/" + model).json();
        assertThat(shown.path("evaluated").path("voided").path("reason").asString())
                .isEqualTo("Nhầm phiếu chấm");
        assertThat(shown.path("recognitions").path(0).path("flagged").path("on").asString())
                .isEqualTo("2020-12-01");
        SERVICE.as("AUTHORITY").post(path, recognition("PROVINCE", "9")).is(409, "conclusion-voided");

        SERVICE.as("AUTHORITY")
                .post(path + "/" + recognition + "/revocation", revocation("2021-02-01"))
                .is(200);
        assertThat(flagged()).doesNotContain(recognition);
        assertThat(recognitions("")).contains(recognition);
    }

    private static List<String> flagged() {
        return recognitions("&flagged=true");
    }

    private static List<String> recognitions(String filter) {
        return SERVICE.as("VIEWER")
                .get("/api/v1/recognitions?limit=500" + filter)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("recognition").asString())
                .toList();
    }

    @Test
    void a_refusal_is_given_once_and_published() {
        var model = registeredModel();
        var body = Map.of("level", "PROVINCE", "reason", "Chưa đủ thời gian", "on", "2020-11-06");
        var path = "/api/v1/models/" + model + "/refusals";
        var first = SERVICE.as("AUTHORITY").key("k-4").post(path, body);
        first.is(201);
        assertThat(SERVICE.as("AUTHORITY").key("k-4").post(path, body).text("refusal"))
                .isEqualTo(first.text("refusal"));
        var published = published(model, 1);
        assertThat(types(published)).containsExactly("vn.dvk.awards.recognition-refused.v1");
    }

    @Test
    void a_refusal_is_corrected_with_who_and_why_on_record_and_told() {
        var model = registeredModel();
        var path = "/api/v1/models/" + model + "/refusals";
        var refused = SERVICE.as("AUTHORITY")
                .post(path, Map.of("level", "PROVINCE", "reason", "Chưa đủ thời gian", "on", "2020-11-06"));
        var correction = path + "/" + refused.text("refusal") + "/correction";
        var body = Map.of(
                "session",
                "Phiên 1 năm 2020",
                "refusedOn",
                "2020-11-05",
                "reason",
                "Ghi nhầm ngày",
                "on",
                "2020-11-20");
        var corrected = SERVICE.as("AUTHORITY").post(correction, body);
        corrected.is(200);
        assertThat(corrected.text("session")).isEqualTo("Phiên 1 năm 2020");
        assertThat(corrected.text("on")).isEqualTo("2020-11-05");
        SERVICE.as("AUTHORITY").post(correction, body).is(422, "nothing-to-correct");
        SERVICE.as("AUTHORITY").post(path + "/khong-co/correction", body).is(404, "refusal-unknown");
        SERVICE.as("OFFICER").post(correction, body).is(403);

        var published = published(model, 2);
        assertThat(types(published))
                .containsExactly("vn.dvk.awards.recognition-refused.v1", "vn.dvk.awards.refusal-corrected.v1");
        var said = Json.MAPPER.readTree(published.get(1).body());
        assertThat(said.path("refusedOn").asString()).isEqualTo("2020-11-05");
        assertThat(said.path("changes")
                        .valueStream()
                        .map(one -> one.path("field").asString()))
                .containsExactly("session", "on");
        assertThat(said.path("by").asString()).isNotBlank();

        SERVICE.as("AUTHORITY")
                .post(path, Map.of("level", "PROVINCE", "reason", "Vẫn chưa đủ", "on", "2020-11-20"))
                .is(201);
    }

    @Test
    void many_are_recognized_by_one_decision_and_one_bad_row_stops_nobody() {
        var good = evaluatedModel();
        var held = evaluatedModel();
        SERVICE.as("AUTHORITY")
                .post(
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
        var answer = SERVICE.as("AUTHORITY").post("/api/v1/recognitions/bulk", body);
        answer.is(200);
        assertThat(outcomes(answer)).containsExactly("DONE", "REFUSED", "REFUSED", "UNCHANGED");
        assertThat(answer.json().path("rows").path(0).path("id").asString()).isEqualTo(good);
        assertThat(answer.json()
                        .path("rows")
                        .path(1)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("on-hold");
        assertThat(answer.json()
                        .path("rows")
                        .path(2)
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("not-known-yet");

        var again = SERVICE.as("AUTHORITY").post("/api/v1/recognitions/bulk", body);
        assertThat(again.json().path("unchanged").asInt()).isEqualTo(2);
        published(good, 1);
    }

    @Test
    void a_bulk_request_that_comes_again_does_not_undo_what_was_decided_since() {
        var model = evaluatedModel();
        var body =
                Map.of("level", "DISTRICT", "decision", decision("41"), "on", "2020-11-06", "models", List.of(model));
        var bulk = SERVICE.as("AUTHORITY").key("bulk-" + model);
        var first = bulk.post("/api/v1/recognitions/bulk", body);
        assertThat(outcomes(first)).containsExactly("DONE");
        var recognition = first.json().path("rows").path(0).path("recognition").asString();
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + model + "/recognitions/" + recognition + "/revocation",
                        revocation("2021-02-01"))
                .is(200);

        assertThat(outcomes(bulk.post("/api/v1/recognitions/bulk", body))).containsExactly("UNCHANGED");
        assertThat(SERVICE.as("VIEWER").get("/api/v1/models/" + model).text("state"))
                .isEqualTo("EVALUATED");
    }

    @Test
    void of_two_that_decide_differently_at_once_one_wins() throws Exception {
        var path = "/api/v1/models/" + evaluatedModel() + "/recognitions";
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(
                    () -> SERVICE.as("AUTHORITY")
                            .post(path, recognition("DISTRICT", "31"))
                            .status(),
                    () -> SERVICE.as("AUTHORITY")
                            .post(path, recognition("DISTRICT", "32"))
                            .status()));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void whoever_names_an_old_version_is_overtaken() {
        var model = evaluatedModel();
        var path = "/api/v1/models/" + model + "/recognitions";
        var seen = SERVICE.as("VIEWER").get("/api/v1/models/" + model).eTag();
        var first = SERVICE.as("AUTHORITY").key("a").ifMatch(seen).post(path, recognition("DISTRICT", "31"));
        first.is(201);
        var late = SERVICE.as("AUTHORITY").key("b").ifMatch(seen).post(path, recognition("PROVINCE", "31"));
        late.is(412, "overtaken");
        assertThat(late.eTag()).isEqualTo(first.eTag());
    }
}
