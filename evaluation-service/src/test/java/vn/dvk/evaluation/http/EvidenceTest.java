package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.evaluation.running.Evaluations.OURS;
import static vn.dvk.evaluation.running.Evaluations.SERVICE;
import static vn.dvk.evaluation.running.Evaluations.evaluation;
import static vn.dvk.evaluation.running.Evaluations.get;
import static vn.dvk.evaluation.running.Evaluations.newModel;
import static vn.dvk.evaluation.running.Evaluations.newProgrammeCode;
import static vn.dvk.evaluation.running.Evaluations.programme;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.kit.envelope.Json;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.Topic;

/** A programme that requires evidence of certain kinds. */
class EvidenceTest {

    private static final String STEPS = """
            [{"code":"CARRY_OUT","label":"Thực hiện","actor":"Đơn vị","evidence":["Kế hoạch"],"completedBy":"PERSON",
              "dueDays":60,"due":null,"requiredEvidence":["PLAN"]},
             {"code":"SUM_UP","label":"Công nhận","actor":"Cấp có thẩm quyền","evidence":[],"completedBy":"RECOGNITION",
              "dueDays":null,"due":null,"requiredEvidence":["PROPOSAL"],"level":"PROVINCE"}]
            """;

    private final String model = newModel(newProgramme());

    @Test
    void without_the_evidence_it_is_not_complete() {
        var path = evaluation(model) + "/steps/CARRY_OUT/completion";
        var refused = SERVICE.as("OFFICER").post(path, Bodies.COMPLETION).is(422, "evidence-missing");
        refused.fault("evidence", "evidence-missing");
        assertThat(refused.json().path("detail").asString()).contains("PLAN");
        assertThat(step(0).path("missingEvidence").get(0).asString()).isEqualTo("PLAN");

        SERVICE.as("OFFICER")
                .post(path, Bodies.COMPLETION.replace("\"REPORT\"", "\"PLAN\""))
                .is(200);
        assertThat(step(0).path("evidence").get(0).path("id").asString())
                .as("made of what was said")
                .hasSize(36);
        assertThat(step(0).path("missingEvidence")).isEmpty();
    }

    @Test
    void the_recognition_waits_for_it() {
        var decided = SampleEvent.minimal("vn.dvk.awards.model-recognized.v1").about(model);
        Topic.publish(List.of(decided.with("level", "GRASSROOTS"), decided.at(2).with("level", "PROVINCE")));
        await().untilAsserted(() -> assertThat(step(1).has("awaiting")).isTrue());
        assertThat(step(1).has("done")).isFalse();
        assertThat(step(1).path("level").asString()).isEqualTo("PROVINCE");

        var path = evaluation(model) + "/steps/SUM_UP/evidence";
        SERVICE.as("OFFICER").post(path, Bodies.EVIDENCE).is(200);
        assertThat(step(1).path("done").asString())
                .isEqualTo(decided.body().path("on").asString());
        assertThat(step(1).has("awaiting")).isFalse();
        assertThat(step(1).path("evidence").get(0).path("number").asString()).isEqualTo("9-TTr/BDV");
        var version = get(evaluation(model)).eTag();
        SERVICE.as("OFFICER").post(path, Bodies.EVIDENCE).is(200);
        assertThat(get(evaluation(model)).eTag()).as("attached once").isEqualTo(version);

        var completed = OURS.awaitEvents(model, 2).getLast();
        SampleEvent.CONTRACTS.assertValid(completed);
        var evidence = Json.MAPPER.readTree(completed.body()).path("evidence").get(0);
        assertThat(evidence.propertyNames()).containsExactlyInAnyOrder("id", "kind", "sha256");
    }

    private JsonNode step(int index) {
        return get(evaluation(model)).json().path("steps").get(index);
    }

    private static String newProgramme() {
        var code = newProgrammeCode();
        Topic.publish(programme(code).with("steps", Json.MAPPER.readTree(STEPS)));
        await().untilAsserted(
                        () -> get("/api/v1/programmes/" + code + "/rubrics").is(200));
        return code;
    }
}
