package vn.dvk.awards.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.awards.http.KimBang.SERVICE;
import static vn.dvk.awards.http.KimBang.award;
import static vn.dvk.awards.http.KimBang.decision;
import static vn.dvk.awards.http.KimBang.published;
import static vn.dvk.awards.http.KimBang.recognition;
import static vn.dvk.awards.http.ReceivedEvents.evaluatedModel;
import static vn.dvk.awards.http.ReceivedEvents.registered;
import static vn.dvk.awards.http.ReceivedEvents.registeredModel;
import static vn.dvk.awards.http.ReceivedEvents.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.AwardsApplication;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Words that are data, as registration has told them. */
class TermsTest {

    @Test
    void a_form_and_a_level_that_are_told_can_be_used_without_a_release() {
        var model = evaluatedModel();
        Topic.publish(List.of(
                term("award-form", "THU_KHEN", 90, null),
                term("level", "INTER_COMMUNE", 15, null),
                ReceivedEvents.programme("EVALUATED", List.of("GRASSROOTS", "DISTRICT", "PROVINCE", "INTER_COMMUNE"))
                        .at(2)));
        await().untilAsserted(() -> SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/recognitions", recognition("INTER_COMMUNE", "71"))
                .is(201));
        var given = new HashMap<>(award("72"));
        given.put("form", "THU_KHEN");
        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/awards", given)
                .is(201);

        var told = published(model, 2);
        assertThat(told.getFirst().body()).contains("\"level\":\"INTER_COMMUNE\"");
        assertThat(told.getLast().body()).contains("\"form\":\"THU_KHEN\"");
    }

    @Test
    void an_unknown_word_is_refused_with_those_there_are_in_both_languages() {
        var model = registeredModel();
        var body = new HashMap<>(award("73"));
        body.put("form", "HUY_CHUONG");
        var path = "/api/v1/models/" + model + "/awards";
        var vietnamese = SERVICE.as("AUTHORITY").post(path, body);
        vietnamese.is(422, "term-unknown");
        assertThat(vietnamese.faults()).containsOnlyKeys("form");
        assertThat(vietnamese.text("detail"))
                .startsWith(
                        "Không có mã “HUY_CHUONG” trong danh mục award-form. Hãy chọn một trong GIAY_KHEN, BANG_KHEN")
                .endsWith("; ví dụ GIAY_KHEN.");
        var english = SERVICE.as("AUTHORITY").header("Accept-Language", "en").post(path, body);
        assertThat(english.text("detail")).startsWith("There is no “HUY_CHUONG” in the vocabulary award-form.");

        SERVICE.as("AUTHORITY")
                .post("/api/v1/models/" + model + "/recognitions", recognition("WARD", "74"))
                .is(422, "term-unknown");
        var proven = Map.of(
                "number",
                "75",
                "date",
                "2020-11-06",
                "issuer",
                "Ban Chỉ đạo tỉnh",
                "evidence",
                List.of(Map.of("kind", "DECISION"), Map.of("kind", "HEARSAY")));
        var evidence = SERVICE.as("AUTHORITY").post("/api/v1/decisions", proven);
        evidence.is(422, "term-unknown");
        assertThat(evidence.faults()).containsOnlyKeys("evidence[1].kind");
        SERVICE.as("AUTHORITY")
                .post(
                        "/api/v1/movement-awards",
                        Map.of(
                                "programme",
                                ReceivedEvents.PROGRAMME,
                                "subject",
                                "COLLECTIVE",
                                "recipient",
                                Map.of("name", "Huyện Kim Bảng", "unit", "HNA-KB"),
                                "form",
                                "GIAY_KHEN",
                                "track",
                                "CHURCH",
                                "decision",
                                decision("75"),
                                "on",
                                "2020-11-06"))
                .is(422, "term-unknown");
        SERVICE.as("VIEWER")
                .get("/api/v1/models/" + model + "/coverage?under=HNA&kind=PARISH")
                .is(422, "term-unknown");
    }

    @Test
    void what_others_tell_in_words_that_are_not_here_yet_is_taken_as_it_is() {
        var model = registered(Map.of(
                "on",
                "2016-02-01",
                "code",
                "KB-2015-2020/9001",
                "programme",
                ReceivedEvents.PROGRAMME,
                "unit",
                "HNA-KB",
                "level",
                "NOT_HEARD_OF_YET"));
        Topic.publish(ReceivedEvents.unit("HNA-X", "Cụm thi đua", "NOT_HEARD_OF_YET", "HNA", null));
        Topic.publish(SampleEvent.full(ConsumedTypes.ASSIGNMENT).subject("assignment:a-1"));
        SERVICE.awaitCaughtUp();
        SERVICE.as("VIEWER").get("/api/v1/models/" + model).is(200);
        assertThat(SERVICE.as("ADMINISTRATOR")
                        .get("/api/v1/operations/waiting")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("subject").asString()))
                .doesNotContain(model, "unit:HNA-X", "assignment:a-1");
        assertThat(SERVICE.database().getCollection("directory").countDocuments(new Document("_id", "assignment:a-1")))
                .as("nobody reacts to assignments yet")
                .isZero();
    }

    @Test
    void while_no_word_has_arrived_nobody_is_told_that_theirs_is_wrong() {
        try (var deaf = RunningService.start(AwardsApplication.class, "dvk.reads=dvk.registration.v1")) {
            var answer = deaf.as("AUTHORITY").post("/api/v1/models/unknown/awards", award("76"));
            answer.is(503, "vocabulary-not-here-yet");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
    }
}
