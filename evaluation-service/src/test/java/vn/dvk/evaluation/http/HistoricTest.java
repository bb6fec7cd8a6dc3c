package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;
import static vn.dvk.evaluation.running.Evaluations.newProgrammeCode;
import static vn.dvk.evaluation.running.Evaluations.programme;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Days and papers of a historic programme, as far as they are known. */
class HistoricTest {

    private static final String IN_2024 = "{\"reason\":\"Nhầm phiếu chấm của mô hình khác\",\"on\":\"2024\"}";

    private static final String MONTH = """
            {"on":"2024-05","document":{"date":"2024","issuer":"Đảng ủy xã"}}""";

    @Test
    void what_is_not_known_is_shown_as_known_and_listed_and_published() {
        var code = newProgrammeCode();
        Topic.publish(programme(code).with("historic", true).with("cutOff", "2024-11-30"));
        Awaitility.await()
                .untilAsserted(
                        () -> get("/api/v1/programmes/" + code + "/rubrics").is(200));
        var model = newModel(code);
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", MONTH)
                .is(200);
        SERVICE.as("COUNCIL").post(evaluation(model) + "/conclusion", """
                {"on":"2024","ineligible":"Hồ sơ không còn phiếu chấm","minutes":{"date":"2024-06-14","issuer":"Hội đồng"}}""").is(200);
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/reviews", "{\"period\":2024,\"outcome\":\"MAINTAINED\",\"on\":\"2024\"}")
                .is(201);

        var now = get(evaluation(model)).is(200).json();
        var step = now.path("steps").get(2);
        assertThat(step.path("done").asString()).isEqualTo("2024-05-31");
        assertThat(step.path("asKnown").asString()).isEqualTo("05/2024");
        assertThat(step.path("incomplete").toString()).isEqualTo("[\"on\",\"document.number\",\"document.date\"]");
        assertThat(step.path("document").path("date").asString()).isEqualTo("2024-11-30");
        assertThat(now.path("conclusion").path("on").asString())
                .as("not past the cut-off")
                .isEqualTo("2024-11-30");
        assertThat(now.path("conclusion").path("asKnown").asString()).isEqualTo("2024");
        assertThat(now.path("conclusion").path("incomplete").toString()).isEqualTo("[\"on\",\"minutes.number\"]");
        var review = get(evaluation(model) + "/reviews").json().path("items").get(0);
        assertThat(review.path("asKnown").asString()).isEqualTo("2024");

        assertThat(OURS.awaitEvents(model, 5).stream()
                        .map(record -> Json.MAPPER.readTree(record.body()))
                        .filter(body -> body.has("precision"))
                        .map(body -> body.path("on").asString() + " "
                                + body.path("precision").asString() + " "
                                + body.path("incomplete").toString()))
                .containsExactlyInAnyOrder(
                        "2024-05-31 MONTH [\"on\",\"document.number\",\"document.date\"]",
                        "2024-11-30 YEAR [\"on\",\"minutes.number\"]",
                        "2024-11-30 YEAR [\"on\",\"document.number\"]",
                        "2024-11-30 YEAR [\"on\"]");
    }

    @Test
    void scores_returns_and_voidings_are_of_a_month_or_year_too() {
        var code = newProgrammeCode();
        Topic.publish(programme(code).with("historic", true).with("cutOff", "2024-11-30"));
        Awaitility.await()
                .untilAsserted(
                        () -> get("/api/v1/programmes/" + code + "/rubrics").is(200));
        var model = newModel(code);
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", MONTH)
                .is(200);
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/scores/superior", Bodies.SCORE.replace("2024-06-10", "2024-06"))
                .is(200);
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/conclusion", "{\"on\":\"2024-06\"}")
                .is(200);
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/conclusion/void", IN_2024)
                .is(200);
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/steps/CARRY_OUT/return", IN_2024.replace("2024\"", "2024-10\""))
                .is(200);

        var now = get(evaluation(model)).is(200).json();
        assertThat(now.path("scores").path("SUPERIOR").path("asKnown").asString())
                .isEqualTo("06/2024");
        assertThat(now.path("steps").get(2).path("returned").path("on").asString())
                .isEqualTo("2024-10-31");
        assertThat(OURS.awaitEvents(model, 7).stream()
                        .peek(SampleEvent.CONTRACTS::assertValid)
                        .filter(record -> record.headers()
                                        .getOrDefault("ce_type", "")
                                        .contains("returned")
                                || record.headers().getOrDefault("ce_type", "").contains("voided"))
                        .map(record -> Json.MAPPER.readTree(record.body()))
                        .map(body -> body.path("on").asString() + " "
                                + body.path("precision").asString()))
                .containsExactly("2024-11-30 YEAR", "2024-11-30 YEAR", "2024-10-31 MONTH");
    }

    @Test
    void elsewhere_what_is_missing_is_named_field_by_field() {
        var model = newModel(newProgramme());
        var answer =
                SERVICE.as("OFFICER").language("en").post(evaluation(model) + "/steps/CARRY_OUT/completion", MONTH);
        answer.is(422, "papers-incomplete")
                .fault("on", "day-missing")
                .fault("document.number", "number-missing")
                .fault("document.date", "day-missing");
        SERVICE.as("COUNCIL")
                .post(evaluation(model) + "/scores/superior", Bodies.SCORE.replace("2024-06-10", "2024-06"))
                .is(422, "papers-incomplete")
                .fault("on", "day-missing");
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/steps/CARRY_OUT/return", IN_2024)
                .is(422, "papers-incomplete")
                .fault("on", "day-missing");
        SERVICE.as("REVIEWER")
                .post(evaluation(model) + "/conclusion/void", IN_2024)
                .is(422, "papers-incomplete")
                .fault("on", "day-missing");
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", "{\"on\":\"2024-13\"}")
                .is(400);
        SERVICE.as("OFFICER")
                .post(evaluation(model) + "/steps/CARRY_OUT/completion", "{\"on\":\"2999\"}")
                .is(422);
    }
}
