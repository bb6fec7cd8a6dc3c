package vn.dvk.evaluation.running;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvk.evaluation.EvaluationApplication;
import vn.dvk.spec.Backbone;

/** Starts the service once for all tests that extend it. Each test brings programmes and models of its own. */
@SpringBootTest(classes = EvaluationApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Tokens.Decoding.class)
public abstract class RunningService {

    @LocalServerPort
    private int port;

    @Autowired
    protected Topics topics;

    protected Api api = new Api(0);

    @DynamicPropertySource
    static void backbone(DynamicPropertyRegistry properties) {
        properties.add("DVK_MONGODB_URI", Backbone::mongoUri);
        properties.add("DVK_KAFKA_BOOTSTRAP", Backbone::kafkaBootstrap);
    }

    @BeforeEach
    void connect() {
        api = new Api(port);
        Awaitility.setDefaultTimeout(20, TimeUnit.SECONDS);
        Awaitility.setDefaultPollInterval(50, TimeUnit.MILLISECONDS);
    }

    /** A programme nobody else uses, with the five default steps. */
    protected String newProgramme() {
        return newProgramme(Bodies.FIVE_STEPS);
    }

    protected String newProgramme(String steps) {
        var code = "P-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        topics.programme(code, steps);
        Awaitility.await()
                .untilAsserted(() -> api.get("/api/v1/programmes/" + code + "/rubrics", "VIEWER")
                        .is(200));
        return code;
    }

    /** A registered model whose process is open. */
    protected String newModel(String programme) {
        var model = topics.newModel();
        topics.registered(model, programme, 1);
        awaitOpen(model);
        return model;
    }

    protected void awaitOpen(String model) {
        Awaitility.await()
                .untilAsserted(() -> api.get(evaluation(model), "VIEWER").is(200));
    }

    protected static String evaluation(String model) {
        return "/api/v1/evaluations/" + model;
    }

    /** Carries the model to its conclusion: step three, the superior's score, the council. */
    protected void conclude(String model) {
        api.post(evaluation(model) + "/steps/CARRY_OUT/completion", "OFFICER", Bodies.COMPLETION)
                .is(200);
        api.post(evaluation(model) + "/scores/superior", "COUNCIL", Bodies.SCORE)
                .is(200);
        api.post(evaluation(model) + "/conclusion", "COUNCIL", Bodies.CONCLUSION)
                .is(200);
    }
}
