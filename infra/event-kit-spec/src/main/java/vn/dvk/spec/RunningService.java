package vn.dvk.spec;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A started instance of a service: its own application on a free port, against a real broker and store, with tokens of
 * {@link Tokens}. Nothing in it is replaced.
 *
 * <p>Every start gets a service name of its own, which names the database and the consumer group. So the tests of one
 * run do not see what others have stored, on whatever store {@code DVK_MONGODB_URI} names.
 */
public final class RunningService implements AutoCloseable {

    /** What fails fails late, on a machine that does much else; what works is not slower. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The one that every service of the tests is part of, unless a test says otherwise. */
    public static final String INSTALLATION = "local";

    private static final Map<Class<?>, RunningService> SHARED = new HashMap<>();

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
    }

    private final Class<?> application;
    private final String name;
    private final ConfigurableApplicationContext context;

    private RunningService(Class<?> application, String name, ConfigurableApplicationContext context) {
        this.application = application;
        this.name = name;
        this.context = context;
    }

    /** The instance that most tests of a service ask. It ends with the JVM, so nobody closes it. */
    public static synchronized RunningService shared(Class<?> application) {
        return SHARED.computeIfAbsent(application, one -> start(one));
    }

    /**
     * A new service, with nothing stored.
     *
     * @param settings {@code key=value}, stronger than what is configured elsewhere, for example another store's
     *     {@code DVK_MONGODB_URI=...}
     */
    public static RunningService start(Class<?> application, String... settings) {
        var service = application.getSimpleName().replaceAll("(Application|Service)$", "");
        return start(
                application,
                service.toLowerCase(Locale.ROOT) + "-"
                        + UUID.randomUUID().toString().substring(0, 8),
                settings);
    }

    /** Another instance of the same service: beside this one, or after it has ended. */
    public RunningService another(String... settings) {
        return start(application, name, settings);
    }

    private static RunningService start(Class<?> application, String name, String... settings) {
        var all = new LinkedHashMap<String, String>();
        all.put("dvk.service", name);
        all.put("DVK_INSTALLATION", INSTALLATION);
        all.put("server.port", "0");
        all.put("logging.structured.format.console", ""); // one line each, for people
        all.put("DVK_MONGODB_URI", Backbone.mongoUri());
        all.put("DVK_KAFKA_BOOTSTRAP", Backbone.kafkaBootstrap());
        all.put("DVK_ISSUER", Tokens.issuer());
        for (var setting : settings) {
            var at = setting.indexOf('=');
            all.put(setting.substring(0, at), setting.substring(at + 1));
        }
        var arguments = all.entrySet().stream()
                .map(one -> "--" + one.getKey() + "=" + one.getValue())
                .toArray(String[]::new);
        return new RunningService(application, name, new SpringApplication(application).run(arguments));
    }

    /** Names the database, the consumer group and the reader in dead letters. */
    public String name() {
        return name;
    }

    /** For example {@code http://127.0.0.1:39001}. */
    public String uri() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A caller without a token. */
    public ApiClient api() {
        return new ApiClient(uri());
    }

    /** A caller with these roles, see {@link ApiClient#as}. */
    public ApiClient as(String... assignments) {
        return api().as(assignments);
    }

    /** A part of the application, where a test looks behind the API. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public MongoDatabase database() {
        return bean(MongoDatabase.class);
    }

    /** Waits until everything that lies on the topics now has been read and committed by this service. */
    public void awaitCaughtUp() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", Backbone.kafkaBootstrap()))) {
            var ends = ends(admin);
            Awaitility.await("the service has read all there is").until(() -> {
                var committed = admin.listConsumerGroupOffsets(name)
                        .partitionsToOffsetAndMetadata()
                        .get();
                return ends.entrySet().stream().allMatch(end -> {
                    var position = committed.get(end.getKey());
                    return end.getValue() == 0 || (position != null && position.offset() >= end.getValue());
                });
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> ends(Admin admin) throws InterruptedException, ExecutionException {
        var topics =
                List.of(context.getEnvironment().getProperty("dvk.reads", "").split("\\s*,\\s*"));
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(one -> latest.put(new TopicPartition(topic.name(), one.partition()), OffsetSpec.latest()));
        }
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    /** Ends it as an operator does: what was begun is finished. */
    @Override
    public void close() {
        context.close();
    }

    /**
     * Ends it as a crash does, as near as one JVM allows: first it can reach neither store nor broker, so that nothing
     * is finished, published or said any more; then it goes.
     */
    public void kill() {
        var cut = new ArrayList<Runnable>();
        context.getBeansOfType(MongoClient.class).values().forEach(one -> cut.add(one::close));
        context.getBeansOfType(Producer.class).values().forEach(one -> cut.add(() -> one.close(Duration.ZERO)));
        cut.forEach(Runnable::run);
        context.close();
    }
}
