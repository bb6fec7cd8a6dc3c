package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.all;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;
import static vn.dvk.evaluation.running.Evaluations.waiting;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** Reports stand beside the process: any number of them, and none of them in its way. */
class ProgressReportsTest {

    private static final String REPORTED = "vn.dvk.evaluation.progress-reported.v1";
    private static final String WITHDRAWN = "vn.dvk.registration.model-withdrawn.v1";

    private final String model = newModel(newProgramme());
    private final String path = evaluation(model) + "/progress-reports";

    @Test
    void a_report_is_filed_once_under_its_key() {
        var first = report("a", "2024-04-02").is(201);
        var again = report("a", "2024-04-02").is(200);
        report("b", "2024-04-02").is(201);

        report("a", "2024-04-03").is(422);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(all(path)).hasSize(2);
        assertThat(get(evaluation(model)).eTag()).as("the process is as it was").isEqualTo("\"1\"");
    }

    @Test
    void the_latest_are_shown_first_page_by_page() {
        var days = List.of("2024-04-02", "2024-06-30", "2024-04-02", "2024-05-31", "2024-04-02");
        for (var i = 0; i < days.size(); i++) {
            report("r" + i, days.get(i)).is(201);
        }

        var reports = all(path);
        assertThat(reports)
                .extracting(report -> report.path("on").asString())
                .containsExactly("2024-06-30", "2024-05-31", "2024-04-02", "2024-04-02", "2024-04-02");
        for (var limit = 1; limit <= days.size(); limit++) {
            assertThat(all(path + "?limit=" + limit)).as("pages of " + limit).isEqualTo(reports);
        }
        assertThat(reports.getFirst().path("results").get(0).path("value").asString())
                .isEqualTo("3/10");
        assertThat(get(path).text())
                .as("a decimal as it was written")
                .contains("\"values\":[{\"goal\":\"G1\",\"value\":3.50}]");
        assertThat(reports.getFirst().path("by").asString()).isEqualTo("officer");
    }

    @Test
    void each_is_told_in_a_stream_of_its_own_on_the_models_partition() {
        var one = report("a", "2024-04-02").is(201).text("id");
        var other = report("b", "2024-05-02").is(201).text("id");

        var reported = OURS.awaitEvents(model, 3).stream()
                .filter(event -> REPORTED.equals(event.headers().get("ce_type")))
                .toList();
        reported.forEach(SampleEvent.CONTRACTS::assertValid);
        assertThat(reported).allSatisfy(event -> assertThat(event.body()).contains("{\"goal\":\"G1\",\"value\":3.50}"));
        assertThat(reported)
                .extracting(event -> event.headers().get("ce_subject"))
                .containsExactlyInAnyOrder(one, other);
        assertThat(reported)
                .extracting(event -> event.headers().get("ce_position"))
                .containsOnly("1");
    }

    @Test
    void however_many_there_are_the_model_can_be_withdrawn() {
        for (var i = 0; i < 210; i++) {
            report("r" + i, "2024-04-02").is(201);
        }
        Topic.publish(SampleEvent.minimal(WITHDRAWN).about(model).at(2));

        await().untilAsserted(
                        () -> assertThat(get(evaluation(model)).text("state")).isEqualTo("WITHDRAWN"));
        assertThat(waiting(model)).isNull();
        report("too-late", "2024-04-02").is(409, "withdrawn");
    }

    private ApiResponse report(String key, String on) {
        return SERVICE.as("OFFICER").key(key).post(path, Bodies.REPORT.replace("2024-04-02", on));
    }
}
