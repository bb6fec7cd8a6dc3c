package vn.dvk.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.counting.Watermark;
import vn.dvk.reporting.running.Reporting;

/** A question with a watermark: the same answer whatever comes later, or a clear no while something is missing. */
class WatermarkTest {

    private final Reporting reporting = Reporting.shared();

    @Test
    void theSameQuestionHasTheSameAnswerWhateverComesLaterAndAfterARebuild() {
        var programme = reporting.newProgramme();
        var parts = List.of(programme + "-1A", programme + "-1B");
        parts.forEach(part -> reporting.unit(part, programme, null));
        var one = reporting
                .newModel(programme, programme + "-1")
                .registered("2024-02-01")
                .opened("2024-02-01");
        var two = reporting
                .newModel(programme, programme + "-2")
                .registered("2024-03-01")
                .recognized("w2-" + programme, "DISTRICT", "2024-05-01");
        reporting.publish(one);
        reporting.publish(two);
        var before = answers(programme, reporting.watermark());
        assertThat(before.get("registered then -2")).contains("\"total\":1");

        // Corrected, ended from the start, withdrawn, one more, and the unit split on a day that is past.
        reporting.publishSince(2, one.with("field", "VHXH").corrected("2024-06-01", "field"));
        reporting.publishSince(
                2, two.recognitionRevoked("w2-" + programme, "2024-04-01").voided("2024-06-02"));
        reporting.publish(reporting.newModel(programme, programme + "-2").registered("2024-03-05"));
        reporting.unit(programme + "-1", programme, """
                [{"id":"s-1","sequence":1,"type":"SPLIT","units":["%s-1"],"successors":["%s","%s"],"effective":"2024-05-01","decision":null,"basis":null}]
                """.formatted(programme, parts.getFirst(), parts.getLast()));
        reporting.await("measure=registered&organisation=now&unit=unattributable&programme=" + programme, 1);
        reporting.await("measure=registered&field=VHXH&programme=" + programme, 1);
        var later = reporting.watermark();

        assertThat(answers(programme, watermark(before))).isEqualTo(before);
        var after = answers(programme, later);
        assertThat(after).isNotEqualTo(before);

        rebuild();

        assertThat(answers(programme, watermark(before))).isEqualTo(before);
        assertThat(answers(programme, later)).isEqualTo(after);
    }

    @Test
    void theAnswerSaysWhatItIsOfAndAnEqualQuestionWithThatIsEqual() {
        var programme = reporting.newProgramme();
        reporting.publish(reporting.newModel(programme, programme + "-1").registered("2024-02-01"));
        var watermark = reporting.watermark();
        var question = "/api/v1/counts?measure=registered&programme=" + programme + "&asKnown=" + watermark;

        var answer = reporting.get(question).is(200).json();

        assertThat(answer.path("watermark").asString()).isEqualTo(watermark);
        assertThat(answer.path("total").asInt()).isEqualTo(1);
        assertThat(answer.path("asKnown").asString())
                .isEqualTo(Watermark.parse("w", watermark).at().toString());
    }

    @Test
    void whatHasNotBeenReadYetIsNamedAndToBeAskedForAgain() {
        var now = Watermark.parse("w", reporting.watermark());
        var ahead = new LinkedHashMap<>(now.positions());
        var first = Objects.requireNonNull(ahead.get("dvk.awards.v1"));
        ahead.put("dvk.awards.v1", List.of(first.get(0) + 3, first.get(1), first.get(2)));
        var later = new Watermark(now.at(), ahead);

        for (var question : List.of(
                "/api/v1/counts?measure=registered&asKnown=" + later,
                "/api/v1/changes?measure=registered&since=" + later)) {
            var answer = reporting.get(question).is(503, "not-read-yet");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.json().path("missing").toString()).isEqualTo("[\"dvk.awards.v1-0: 3\"]");
        }
        var claim = Map.of(
                "programme", reporting.newProgramme(),
                "published",
                        List.of(Map.of(
                                "id",
                                "A",
                                "text",
                                "A",
                                "value",
                                1,
                                "counts",
                                Map.of("measure", "registered", "asKnown", later.toString()))));
        reporting.as("VIEWER").post("/api/v1/reconciliations", claim).is(503, "not-read-yet");
        reporting
                .get("/api/v1/counts?measure=registered&asKnown="
                        + new Watermark(now.at(), Map.of("other", List.of(1L))))
                .is(400, "malformed-watermark");
        reporting.get("/api/v1/counts?measure=registered&asKnown=2024~").is(400, "malformed-watermark");
    }

    private static String watermark(Map<String, String> answers) {
        return String.valueOf(answers.get("watermark"));
    }

    /** Of one question of each kind in each view, without the moment of asking. */
    private Map<String, String> answers(String programme, String watermark) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("watermark", watermark);
        for (var view : List.of("then", "cutoff", "now")) {
            var asked = "programme=%s&organisation=%s&asKnown=%s".formatted(programme, view, watermark);
            for (var measure : List.of("registered", "in-force")) {
                var question = "/api/v1/counts?by=unit,field&measure=" + measure + "&" + asked;
                answers.put(
                        measure + " " + view,
                        reporting.get(question).is(200).json().toString());
                answers.put(
                        measure + " " + view + " -2",
                        reporting
                                .get(question + "&unit=" + programme + "-2")
                                .is(200)
                                .json()
                                .toString());
                answers.put(
                        measure + " " + view + " -1",
                        reporting
                                .get(question + "&unit=" + programme + "-1")
                                .is(200)
                                .json()
                                .toString());
            }
            answers.put(
                    "facts " + view,
                    reporting
                            .get("/api/v1/facts?measure=registered&" + asked)
                            .is(200)
                            .json()
                            .toString());
            answers.put(
                    "summary " + view,
                    reporting.get("/api/v1/summary?" + asked).is(200).json().toString());
        }
        return answers;
    }

    private void rebuild() {
        reporting.as("ADMINISTRATOR").post("/api/v1/rebuilds", "{}").is(202);
        Awaitility.await()
                .untilAsserted(() -> assertThat(reporting
                                .as("ADMINISTRATOR")
                                .get("/api/v1/rebuilds/current")
                                .is(200)
                                .json()
                                .path("state")
                                .asString())
                        .isEqualTo("DONE"));
    }
}
