package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvk.evaluation.running.Evaluations.all;
import static vn.dvk.evaluation.running.Evaluations.newProgramme;
import static vn.dvk.evaluation.running.Evaluations.registered;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.Evaluations;
import vn.dvk.spec.Topic;

/** A province's models of one day. */
class ManyModelsTest {

    private static final int MANY = 1000;

    @Test
    void a_thousand_registered_models_are_opened_in_seconds() {
        var programme = newProgramme();
        var models = Stream.generate(Evaluations::newModelId).limit(MANY).toList();
        Topic.publish(models.stream().map(model -> registered(model, programme)).toList());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(all("/api/v1/evaluations?state=OPEN&limit=500&programme=" + programme))
                        .extracting(item -> item.path("model").asString())
                        .containsExactlyInAnyOrderElementsOf(models));
    }
}
