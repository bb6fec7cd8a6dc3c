package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.outcomes;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.types;
import static vn.dvk.awards.http.ReceivedEvents.evaluatedModel;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.awards.store.Answering;

/** A submission from its first words to its last answer, over HTTP. */
class SubmissionRoundTest {

    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final Map<String, Object> SENDING = Map.of("on", "2020-11-01");

    @Test
    void a_draft_that_was_never_sent_is_thrown_away_and_what_was_sent_stays() {
        var model = registeredModel();
        var path = SUBMISSIONS + "/"
                + SERVICE.as("OFFICER")
                        .post(SUBMISSIONS, text(item(model, "form", "GIAY_KHEN")))
                        .text("submission");
        SERVICE.as("REVIEWER").exchange(DELETE, path, null).is(403, "not-allowed");
        SERVICE.as("OFFICER")
                .header("If-Match", "\"7\"")
                .exchange(DELETE, path, null)
                .is(412, "overtaken");
        SERVICE.as("OFFICER")
                .header("If-Match", "\"1\"")
                .exchange(DELETE, path, null)
                .is(204);
        SERVICE.as("VIEWER").get(path).is(404, "submission-unknown");
        SERVICE.as("OFFICER").exchange(DELETE, path, null).is(404, "submission-unknown");

        var kept = SUBMISSIONS + "/"
                + SERVICE.as("OFFICER")
                        .post(SUBMISSIONS, text(item(model, "form", "GIAY_KHEN")))
                        .text("submission");
        SERVICE.as("OFFICER").post(kept + "/sending", SENDING).is(200);
        var refused = SERVICE.as("OFFICER").language("en").exchange(DELETE, kept, null);
        refused.is(409, "not-a-draft");
        assertThat(refused.text("detail")).contains("2020-11-01", "or returns the submission");
        SERVICE.as("AUTHORITY")
                .post(kept + "/return", Map.of("reason", "Thiếu biên bản", "on", "2020-11-02"))
                .is(200);
        SERVICE.as("OFFICER").exchange(DELETE, kept, null).is(409, "not-a-draft");
        SERVICE.as("VIEWER").get(kept).is(200);
    }

    @Test
    void written_sent_returned_sent_again_and_decided_item_by_item() {
        var recognized = evaluatedModel();
        var awarded = registeredModel();
        var key = "s-" + recognized;
        var opened = SERVICE.as("OFFICER").key(key).post(SUBMISSIONS, Map.of("from", "HNA-KB"));
        opened.is(201);
        var id = opened.text("submission");
        var path = SUBMISSIONS + "/" + id;
        assertThat(opened.text("state")).isEqualTo("DRAFT");
        SERVICE.as("OFFICER")
                .key(key)
                .post(SUBMISSIONS, Map.of("from", "HNA-KB"))
                .is(200);
        SERVICE.as("OFFICER").key(key).post(SUBMISSIONS, Map.of("from", "HNA")).is(422, "key-reused");
        SERVICE.as("OFFICER").post(path + "/sending", SENDING).is(422, "submission-incomplete");

        var text = text(item(recognized, "level", "DISTRICT"), item(awarded, "form", "GIAY_KHEN"));
        var saved = SERVICE.as("OFFICER").put(path, text);
        saved.is(200);
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        SERVICE.as("OFFICER").header("If-Match", "\"1\"").put(path, text).is(412, "overtaken");
        assertThat(listed("DRAFT")).contains(id);
        SERVICE.as("VIEWER").get(path + "/history").is(200);

        SERVICE.as("OFFICER").post(path + "/sending", SENDING).is(200);
        assertThat(listed("SENT")).contains(id);
        assertThat(listed("DRAFT")).doesNotContain(id);
        SERVICE.as("OFFICER")
                .put(path, text(item(awarded, "form", "BANG_KHEN")))
                .is(409, "already-sent");

        var back = Map.<String, Object>of("reason", "Thiếu biên bản", "on", "2020-11-02");
        SERVICE.as("AUTHORITY").post(path + "/return", back).is(200);
        assertThat(SERVICE.as("VIEWER").get(path).json().at("/returned/reason").asString())
                .isEqualTo("Thiếu biên bản");
        var more = new HashMap<>(text);
        more.put("note", "Đã bổ sung biên bản");
        SERVICE.as("OFFICER").put(path, more).is(200);
        assertThat(SERVICE.as("VIEWER").get(path).text("note")).isEqualTo("Đã bổ sung biên bản");
        SERVICE.as("OFFICER")
                .post(path + "/sending", Map.of("on", "2020-11-03"))
                .is(200);

        var decision = SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions",
                        Map.of(
                                "number",
                                "17-" + recognized,
                                "date",
                                "2020-11-06",
                                "issuer",
                                "Ban Chỉ đạo tỉnh",
                                "evidence",
                                List.of(Map.of("kind", "DECISION", "sha256", "0".repeat(64))),
                                "answers",
                                List.of(id)));
        decision.is(201);
        var named = decision.text("decision");
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + recognized + "/recognitions",
                        Map.of("level", "DISTRICT", "decision", Map.of("id", named), "on", "2020-11-06"))
                .is(201);
        var half = SERVICE.as("VIEWER").get(path).json();
        assertThat(half.path("answered").asInt()).isEqualTo(1);
        assertThat(half.path("asked").asInt()).isEqualTo(2);
        assertThat(half.path("state").asString()).isEqualTo("SENT");
        SERVICE.as("AUTHORITY")
                .post(path + "/return", Map.of("reason", "Trả lại", "on", "2020-11-07"))
                .is(409, "partly-decided");

        SERVICE.as("AUTHORITY")
                .post(
                        path + "/refusals",
                        Map.of(
                                "items",
                                List.of(item(awarded, "form", "GIAY_KHEN")),
                                "reason",
                                "Chưa đủ thời gian",
                                "on",
                                "2020-11-07"))
                .is(200);
        var done = SERVICE.as("VIEWER").get(path).json();
        assertThat(done.path("state").asString()).isEqualTo("DECIDED");
        assertThat(done.path("items")
                        .valueStream()
                        .map(one -> one.path("verdict").asString()))
                .containsExactly("RECOGNIZED", "REFUSED");
        assertThat(types(published(id, 4)))
                .containsExactly(
                        "vn.dvk.awards.submission-sent.v1",
                        "vn.dvk.awards.submission-returned.v1",
                        "vn.dvk.awards.submission-sent.v1",
                        "vn.dvk.awards.submission-decided.v1");
        assertThat(SERVICE.as("VIEWER")
                        .get("/api/v1/decisions/" + named)
                        .json()
                        .at("/decision/answers/0")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void a_decision_about_many_answers_all_of_them_and_one_that_is_corrected_to_name_it_answers_later() {
        var models = List.of(evaluatedModel(), evaluatedModel());
        var id = sent(text(
                item(models.get(0), "level", "DISTRICT"),
                item(models.get(1), "level", "DISTRICT"),
                item(models.get(1), "level", "PROVINCE")));
        var spelled = new HashMap<String, Object>(Map.of(
                "number", "18-" + id, "date", "2020-11-06", "issuer", "Ban Chỉ đạo tỉnh", "answers", List.of(id)));
        var bulk = Map.of("level", "DISTRICT", "decision", spelled, "on", "2020-11-06", "models", models);
        assertThat(outcomes(SERVICE.as("AUTHORITY").post("/api/v1/recognitions/bulk", bulk)))
                .containsExactly("DONE", "DONE");
        assertThat(answered(id)).isEqualTo(2);

        var other = new HashMap<String, Object>(
                Map.of("number", "19-" + id, "date", "2020-11-07", "issuer", "Ban Chỉ đạo tỉnh"));
        var asked = Map.of("level", "PROVINCE", "decision", other, "on", "2020-11-07");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + models.get(1) + "/recognitions", asked)
                .is(201);
        assertThat(answered(id)).as("the decision does not name it").isEqualTo(2);
        other.put("answers", List.of(id));
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + models.get(1) + "/recognitions",
                        Map.of("level", "GRASSROOTS", "decision", other, "on", "2020-11-07"))
                .is(422, "decision-answers-others")
                .fault("decision.answers", "decision-answers-others");
        var decision = SERVICE.as("VIEWER")
                .get("/api/v1/models/" + models.get(1))
                .json()
                .at("/recognitions/1/decision/id")
                .asString();
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions/" + decision + "/correction",
                        Map.of("answers", List.of(id), "reason", "Ghi thiếu tờ trình", "on", "2020-11-08"))
                .is(200);
        assertThat(SERVICE.as("VIEWER").get(SUBMISSIONS + "/" + id).text("state"))
                .isEqualTo("DECIDED");
        published(id, 2);
    }

    @Test
    void what_another_submission_asks_for_is_not_asked_again_before_that_is_decided() {
        var model = evaluatedModel();
        var first = sent(text(item(model, "level", "DISTRICT")));
        var id = drafted(text(item(model, "level", "DISTRICT")));
        var answer = SERVICE.as("OFFICER").post(SUBMISSIONS + "/" + id + "/sending", SENDING);
        answer.is(422, "submission-incomplete").fault("items[0]", "item-submitted");
        SERVICE.as("AUTHORITY")
                .post(
                        SUBMISSIONS + "/" + first + "/refusals",
                        Map.of(
                                "items",
                                List.of(item(model, "level", "DISTRICT")),
                                "reason",
                                "Chưa rõ",
                                "on",
                                "2020-11-02"))
                .is(200);
        // The level has refused, and that stands with the model; another session may decide otherwise, and says that it
        // is one.
        SERVICE.as("OFFICER").post(SUBMISSIONS + "/" + id + "/sending", SENDING).is(200);
        var recognition = new HashMap<>(KimBang.recognition("DISTRICT", "s-" + model));
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/recognitions", recognition)
                .is(409, "already-refused");
        recognition.put("session", "Phiên 2 năm 2020");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/recognitions", recognition)
                .is(201);
    }

    @Test
    void an_answer_that_was_not_noted_is_found_at_the_next_start() {
        var model = evaluatedModel();
        var decided = new HashMap<String, Object>(
                Map.of("number", "20-" + model, "date", "2020-11-06", "issuer", "Ban Chỉ đạo tỉnh"));
        var id = sent(text(item(model, "form", "GIAY_KHEN")));
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/models/" + model + "/awards",
                        Map.of("form", "GIAY_KHEN", "track", "PARTY", "decision", decided, "on", "2020-11-06"))
                .is(201);
        // As if the instance had ended between the award and its note: the decision names the submission, which knows
        // nothing.
        var decision = SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model)
                .json()
                .at("/awards/0/decision/id")
                .asString();
        SERVICE.database()
                .getCollection("decisions")
                .updateOne(
                        new Document("_id", decision), new Document("$set", new Document("view.answers", List.of(id))));
        assertThat(answered(id)).isZero();
        SERVICE.context().getBean(Answering.class).prepare();
        assertThat(answered(id)).isEqualTo(1);
    }

    @Test
    void only_an_officer_may_save_and_nobody_finds_what_is_not_there() {
        var id = drafted(text());
        SERVICE.as("AUTHORITY").put(SUBMISSIONS + "/" + id, text()).is(403, "not-allowed");
        SERVICE.as("OFFICER").put(SUBMISSIONS + "/khong-co", text()).is(404, "submission-unknown");
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/decisions",
                        Map.of(
                                "number",
                                "21-" + id,
                                "date",
                                "2020-11-06",
                                "issuer",
                                "Ban Chỉ đạo tỉnh",
                                "answers",
                                List.of(id)))
                .is(404, "submission-unknown")
                .fault("answers", "submission-unknown");
    }

    private static String drafted(Map<String, Object> text) {
        var opened = SERVICE.as("OFFICER").post(SUBMISSIONS, text);
        opened.is(201);
        return opened.text("submission");
    }

    private static String sent(Map<String, Object> text) {
        var id = drafted(text);
        SERVICE.as("OFFICER").post(SUBMISSIONS + "/" + id + "/sending", SENDING).is(200);
        return id;
    }

    private static int answered(String id) {
        return SERVICE.as("VIEWER")
                .get(SUBMISSIONS + "/" + id)
                .json()
                .path("answered")
                .asInt();
    }

    private static List<String> listed(String state) {
        return SERVICE.as("VIEWER")
                .get(SUBMISSIONS + "?from=HNA-KB&limit=500&state=" + state)
                .json()
                .path("items")
                .valueStream()
                .map((JsonNode one) -> one.path("submission").asString())
                .toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // handed on to a method that only reads it
    private static Map<String, Object> text(Map<String, Object>... items) {
        return Map.of("number", "17-TTr/BDV", "from", "HNA-KB", "to", Map.of("unit", "HNA"), "items", List.of(items));
    }

    private static Map<String, Object> item(String model, String what, String value) {
        return Map.of("model", model, what, value);
    }
}
