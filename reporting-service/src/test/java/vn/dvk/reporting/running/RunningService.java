package vn.dvk.reporting.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvk.reporting.ReportingApplication;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Tokens;

/** Starts the service once for all tests that extend it. Each test brings programmes and models of its own. */
@SpringBootTest(classes = ReportingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    private static final String UNIT = "vn.dvk.directory.unit.v1";
    private static final String PROGRAMME = "vn.dvk.directory.programme.v1";

    @LocalServerPort
    protected int port;

    protected static final Topics TOPICS = new Topics();

    protected Api api = new Api(0);

    @DynamicPropertySource
    static void backbone(DynamicPropertyRegistry properties) {
        properties.add("DVK_MONGODB_URI", Backbone::mongoUri);
        properties.add("DVK_KAFKA_BOOTSTRAP", Backbone::kafkaBootstrap);
        properties.add("DVK_ISSUER", Tokens::issuer);
    }

    @BeforeEach
    void connect() {
        api = new Api(port);
        Awaitility.setDefaultTimeout(60, TimeUnit.SECONDS);
        Awaitility.setDefaultPollInterval(50, TimeUnit.MILLISECONDS);
    }

    /** A programme nobody else uses, with a province and two districts of its own: {@code <programme>}, {@code -1}, {@code -2}. */
    protected String newProgramme() {
        return newProgramme("", null);
    }

    protected String newProgramme(String host, @Nullable Integer expectedUnits) {
        var code = "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var top = host.isEmpty() ? code : host;
        if (host.isEmpty()) {
            unit(code, null, null);
            unit(code + "-1", code, null);
            unit(code + "-2", code, null);
        }
        var body = Samples.full(PROGRAMME);
        body.put("code", code).put("host", top);
        if (expectedUnits == null) {
            body.putNull("expectedUnits");
        } else {
            body.put("expectedUnits", expectedUnits.intValue());
        }
        TOPICS.directory(PROGRAMME, "programme:" + code, body);
        Awaitility.await()
                .untilAsserted(() ->
                        api.get("/api/v1/summary?programme=" + code, "VIEWER").is(200));
        return code;
    }

    /** @param successions JSON array, or null for none */
    protected void unit(String code, @Nullable String parent, @Nullable String successions) {
        var body = Samples.full(UNIT);
        body.put("code", code);
        body.putArray("names")
                .addObject()
                .put("name", "Đơn vị " + code)
                .putNull("from")
                .putNull("to");
        var parents = body.putArray("parents");
        if (parent != null) {
            parents.addObject().put("unit", parent).putNull("from").putNull("to");
        }
        body.putNull("validFrom").putNull("validTo");
        body.set("successions", Samples.json(successions == null ? "[]" : successions));
        TOPICS.directory(UNIT, "unit:" + code, body);
    }

    protected Model newModel(String programme, String unit) {
        return new Model(programme, Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS))
                .with("unit", unit);
    }

    protected void publish(Model model) {
        model.events().forEach(TOPICS::send);
    }

    /** Waits until that many are counted. */
    protected void await(String counts, int expected) {
        Awaitility.await().untilAsserted(() -> assertThat(count(counts)).isEqualTo(expected));
    }

    protected long count(String counts) {
        return api.get("/api/v1/counts?" + counts, "VIEWER")
                .is(200)
                .json()
                .path("total")
                .asLong();
    }

    protected static List<String> names(Api.Response facts) {
        return facts.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }
}
