package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.all;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.SampleEvent;

/** One review a year, for as long as the model lives. */
class ReviewsTest {

    private static final String REVIEWED = "vn.dvk.evaluation.model-reviewed.v1";

    private final String model = newModel(newProgramme());
    private final String path = evaluation(model) + "/reviews";

    @Test
    void there_is_one_a_year_and_saying_it_again_corrects_it() {
        var first = review(Bodies.REVIEW).is(201);
        assertThat(review(Bodies.REVIEW).is(200).json()).isEqualTo(first.json());
        var corrected = review(Bodies.REVIEW.replace("MAINTAINED", "STOPPED")).is(200);
        assertThat(corrected.text("id")).isEqualTo(first.text("id"));
        assertThat(corrected.eTag()).isEqualTo("\"2\"");
        review(Bodies.REVIEW.replace("2024", "2025")).is(201);

        var shown = all(path);
        assertThat(shown).extracting(item -> item.path("period").asInt()).containsExactly(2025, 2024);
        assertThat(shown.getLast().path("outcome").asString()).isEqualTo("STOPPED");
        assertThat(shown.getLast().path("corrected").asBoolean()).isTrue();
        assertThat(shown.getFirst().path("corrected").asBoolean()).isFalse();
        assertThat(all(path + "?limit=1")).isEqualTo(shown);
        assertThat(get(evaluation(model)).eTag()).as("the process is as it was").isEqualTo("\"1\"");

        var told = OURS.awaitEvents(model, 4).stream()
                .filter(event -> REVIEWED.equals(event.headers().get("ce_type")))
                .toList();
        told.forEach(SampleEvent.CONTRACTS::assertValid);
        assertThat(told)
                .filteredOn(event -> first.text("id").equals(event.headers().get("ce_subject")))
                .extracting(event -> event.headers().get("ce_position") + " "
                        + Json.MAPPER.readTree(event.body()).path("outcome").asString() + " "
                        + Json.MAPPER
                                .readTree(event.body())
                                .path("effectiveUntil")
                                .asString("never"))
                .containsExactly("1 MAINTAINED 2026-06-20", "2 STOPPED never");
    }

    @Test
    void the_last_one_says_whether_it_works() {
        review(Bodies.REVIEW).is(201);
        var then = get(path + "?on=2025-03-01").is(200).json();
        assertThat(then.path("effective").asBoolean()).isTrue();
        assertThat(then.path("until").asString()).isEqualTo("2026-06-20");
        assertThat(get(path + "?on=2026-06-20").json().path("effective").asBoolean())
                .as("eighteen months later nobody knows")
                .isFalse();
        review(Bodies.REVIEW.replace("2024", "2025").replace("MAINTAINED", "TO_BE_CONSOLIDATED"))
                .is(201);
        assertThat(get(path + "?on=2025-12-31").json().path("effective").asBoolean())
                .isFalse();
    }

    @Test
    void what_cannot_be_is_refused_with_the_field_and_what_would_do() {
        review(Bodies.REVIEW.replace("\"period\":2024", "\"period\":2023"))
                .is(422, "period-before-registration")
                .fault("period", "period-before-registration");
        assertThat(review(Bodies.REVIEW.replace("\"period\":2024", "\"period\":2025"))
                        .is(422, "period-not-begun")
                        .fault("on", "period-not-begun")
                        .json()
                        .path("detail")
                        .asString())
                .contains("2025-01-01");
        review(Bodies.REVIEW.replace("12-20", "01-02")).is(422, "before-registration");
        review(Bodies.REVIEW.replace("MAINTAINED", "GOOD")).is(400, "malformed-field");
        review("{}").is(422, "invalid-fields");
        SERVICE.as("REVIEWER")
                .key("seen")
                .ifMatch("\"7\"")
                .post(path, Bodies.REVIEW)
                .is(412, "overtaken");
    }

    private ApiResponse review(String body) {
        return SERVICE.as("REVIEWER").post(path, body);
    }
}
