package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.all;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.ApiResponse;
import vn.dvk.spec.SampleEvent;

/** Inspections stand beside the process, as reports do: in ten years there may be many. */
class InspectionsTest {

    private static final String INSPECTED = "vn.dvk.evaluation.model-inspected.v1";

    private final String model = newModel(newProgramme());
    private final String path = evaluation(model) + "/inspections";

    @Test
    void an_inspection_is_entered_once_under_its_key() {
        var first = inspect("a", "2024-05-16").is(201);
        var again = inspect("a", "2024-05-16").is(200);
        inspect("b", "2024-05-16").is(201);
        inspect("a", "2024-05-17").is(422);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(all(path)).hasSize(2);
        assertThat(get(evaluation(model)).eTag()).as("the process is as it was").isEqualTo("\"1\"");
    }

    @Test
    void the_latest_are_shown_first_page_by_page() {
        for (var day : List.of("2024-05-02", "2024-06-30", "2024-05-31")) {
            inspect(day, day).is(201);
        }
        var inspections = all(path);
        assertThat(inspections)
                .extracting(inspection -> inspection.path("on").asString())
                .containsExactly("2024-06-30", "2024-05-31", "2024-05-02");
        assertThat(all(path + "?limit=1")).isEqualTo(inspections);
        var shown = inspections.getFirst();
        assertThat(shown.path("findings").asString()).isEqualTo("Đúng kế hoạch");
        assertThat(shown.path("inspectors")).hasSize(2);
        assertThat(shown.path("by").asString()).isEqualTo("reviewer");
    }

    @Test
    void each_is_told_in_a_stream_of_its_own_on_the_models_partition() {
        var one = inspect("a", "2024-05-16").is(201).text("id");
        SERVICE.as("OFFICER")
                .key("a")
                .post(evaluation(model) + "/progress-reports", Bodies.REPORT)
                .is(201);
        var told = OURS.awaitEvents(model, 3).stream()
                .filter(event -> INSPECTED.equals(event.headers().get("ce_type")))
                .toList();
        assertThat(told).hasSize(1);
        var inspected = told.getFirst();
        SampleEvent.CONTRACTS.assertValid(inspected);
        assertThat(inspected.headers())
                .as("its own stream, although a report was filed under the same key")
                .containsEntry("ce_subject", one)
                .containsEntry("ce_position", "1");
        assertThat(Json.MAPPER.readTree(inspected.body()).path("inspection").asString())
                .isEqualTo(one);
    }

    private ApiResponse inspect(String key, String on) {
        return SERVICE.as("REVIEWER").key(key).post(path, Bodies.INSPECTION.replace("2024-05-16", on));
    }
}
