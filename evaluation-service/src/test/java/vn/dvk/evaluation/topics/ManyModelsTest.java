package vn.dvk.evaluation.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.running.RunningService;

/** A province's models of one day. */
class ManyModelsTest extends RunningService {

    private static final int MANY = 1000;

    @Test
    void a_thousand_registered_models_are_opened_in_seconds() {
        var programme = newProgramme();
        var models = new HashSet<String>();
        for (var i = 0; i < MANY; i++) {
            var model = topics.newModel();
            models.add(model);
            topics.registered(model, programme, 1);
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> opened(programme), models::equals);
    }

    private Set<String> opened(String programme) {
        var found = new HashSet<String>();
        var path = "/api/v1/evaluations?state=OPEN&limit=500&programme=" + programme;
        var cursor = "";
        do {
            var page = api.get(path + cursor, "VIEWER").is(200).json();
            page.path("items")
                    .forEach(item ->
                            assertThat(found.add(item.path("model").asString())).isTrue());
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return found;
    }
}
