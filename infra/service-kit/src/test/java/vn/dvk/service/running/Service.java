package vn.dvk.service.running;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Tokens;

/** A started instance of the sample service on a free port. */
final class Service implements AutoCloseable {

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // what fails fails late; what works is not slower
    }

    private static @Nullable Service shared;

    final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The one that most tests ask; it ends with the JVM. */
    static synchronized Service shared() {
        var running = shared;
        if (running == null) {
            running = start(freshName());
            shared = running;
        }
        return running;
    }

    /** Names the consumer group and the database: instances of the same name are one service. */
    static String freshName() {
        return "sample" + UUID.randomUUID().toString().substring(0, 8);
    }

    static Service start(String name, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--dvk.service=" + name,
                "--server.port=0",
                "--logging.structured.format.console=",
                "--spring.cloud.stream.kafka.binder.brokers=" + Backbone.kafkaBootstrap()));
        arguments.addAll(List.of(settings));
        var application = new SpringApplication(SampleService.class);
        // Weaker than arguments, so that a test may name another store or issuer.
        application.setDefaultProperties(Map.of(
                "DVK_MONGODB_URI", Backbone.mongoUri(),
                "DVK_ISSUER", Tokens.issuer()));
        return new Service(application.run(arguments.toArray(String[]::new)));
    }

    Request request(String method, String path) {
        return new Request(method, "http://127.0.0.1:" + port() + path);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Request get(String path) {
        return request("GET", path).as("VIEWER@VN");
    }

    /** With a key of its own. */
    Request post(String path, String body) {
        return request("POST", path)
                .as("OFFICER@NA")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .json(body);
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    /** The positions of a subject's events that were applied, in order; empty before the first. */
    String trailOf(String subject) {
        var document = database()
                .getCollection(SampleService.ARRIVALS)
                .find(new Document("_id", subject))
                .first();
        return document == null ? "" : document.getString("trail");
    }

    @Override
    public void close() {
        context.close();
    }
}
