package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.EvaluationApplication;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.local.Store;
import vn.dvk.spec.RunningService;

class StoreAwayTest {

    @Test
    void while_the_store_is_away_the_caller_is_asked_to_come_back() {
        var store = Store.inMemory();
        try (var service = RunningService.start(
                EvaluationApplication.class, "DVK_MONGODB_URI=" + store.uri() + "/?serverSelectionTimeoutMS=500")) {
            var path = "/api/v1/evaluations/00000000-0000-0000-0000-000000000000";
            service.as("VIEWER").get(path).is(404, "not-known-yet");

            store.close();

            assertThat(service.as("VIEWER").get(path).is(503, "store-away").header("Retry-After"))
                    .isNotEmpty();
            service.as("OFFICER")
                    .post(path + "/progress-reports", Bodies.REPORT)
                    .is(503, "store-away");
        }
    }
}
