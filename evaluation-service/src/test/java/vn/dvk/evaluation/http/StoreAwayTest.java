package vn.dvk.evaluation.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import vn.dvk.evaluation.EvaluationApplication;
import vn.dvk.evaluation.running.Api;
import vn.dvk.evaluation.running.Bodies;
import vn.dvk.evaluation.running.Tokens;
import vn.dvk.local.Store;
import vn.dvk.spec.Backbone;

class StoreAwayTest {

    @Test
    void while_the_store_is_away_the_caller_is_asked_to_come_back() {
        var store = Store.inMemory();
        try (var service = new SpringApplicationBuilder(EvaluationApplication.class, Tokens.Decoding.class)
                .properties(
                        "server.port=0",
                        "dvk.service=evaluation-store-away",
                        "DVK_MONGODB_URI=" + store.uri() + "/?serverSelectionTimeoutMS=500",
                        "DVK_KAFKA_BOOTSTRAP=" + Backbone.kafkaBootstrap())
                .run()) {
            var api = new Api(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
            var path = "/api/v1/evaluations/00000000-0000-0000-0000-000000000000";
            api.get(path, "VIEWER").is(404, "not-known-yet");

            store.close();

            assertThat(api.get(path, "VIEWER").is(503, "store-away").header("retry-after"))
                    .isNotNull();
            api.post(path + "/progress-reports", "OFFICER", Bodies.REPORT).is(503, "store-away");
        }
    }
}
