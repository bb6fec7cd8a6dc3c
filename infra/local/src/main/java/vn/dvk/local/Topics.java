package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * The platform's topics, as data, and the step that brings a cluster to have them so.
 *
 * <p>Every record is kept for ever and none is compacted away: a relay that comes late may append an older state behind
 * a newer one, so only an event's position says what is latest, never its place in the log (decision 0009). A record's
 * time is the broker's, because a writer's clock may be wrong.
 *
 * <p>The number of partitions is fixed for good: a key's records are in order only while its partition stays the same.
 * An existing topic with another number is therefore never changed here, only reported.
 *
 * @param partitions of every topic and its dead-letter topic; a dead letter goes to the same number it came from
 * @param replication copies of every partition; fewer where the cluster has fewer brokers, and then we say so
 */
public record Topics(int partitions, int replication) {

    /** On one machine: enough partitions to be different from one. */
    public static final Topics LOCAL = new Topics(3, 1);

    /** On a cluster, unless {@code DVK_TOPIC_PARTITIONS} and {@code DVK_TOPIC_REPLICATION} say otherwise. */
    public static final Topics CLUSTER = new Topics(12, 3);

    /** One topic for each writing service, and the directory, which is small, read whole, and has three partitions. */
    public static final List<Topic> ALL = List.of(
            new Topic("dvk.directory.v1", 3),
            new Topic("dvk.registration.v1"),
            new Topic("dvk.evaluation.v1"),
            new Topic("dvk.awards.v1"),
            new Topic("dvk.reporting.v1"));

    /** What read stores are rebuilt from must not end, and dead letters wait for a person. */
    public static final Map<String, String> KEPT_FOR_EVER = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "message.timestamp.type", "LogAppendTime");

    private static final long PATIENCE_SECONDS = 30;

    public Topics {
        if (partitions < 1 || replication < 1) {
            throw new CannotRun(both(
                    "DVK_TOPIC_PARTITIONS và DVK_TOPIC_REPLICATION phải từ 1 trở lên.",
                    "DVK_TOPIC_PARTITIONS and DVK_TOPIC_REPLICATION must be at least 1."));
        }
    }

    /**
     * A topic.
     *
     * @param name on the cluster
     * @param mostPartitions it never has more, whatever is wished for
     */
    public record Topic(String name, int mostPartitions) {

        Topic(String name) {
            this(name, Integer.MAX_VALUE);
        }

        /** Where records go that cannot be read; as many partitions, because a dead letter keeps its number. */
        public Topic deadLetters() {
            return new Topic(name + ".dlt", mostPartitions);
        }
    }

    private int partitionsOf(Topic topic) {
        return Math.min(partitions, topic.mostPartitions());
    }

    /**
     * Creates what is missing, and gives existing topics the settings they should have, which earlier versions of the
     * platform did not.
     *
     * @param bootstrap the cluster's address
     * @param say takes a sentence for the operator when settings change or the wish for copies cannot be fulfilled
     * @throws CannotRun when the cluster does not answer, or a topic exists with another number of partitions
     */
    public void create(String bootstrap, Consumer<String> say) {
        var properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var admin = Admin.create(properties)) {
            var existing = existing(admin);
            short copies = copies(admin, say);
            var missing = new ArrayList<NewTopic>();
            for (var topic : withDeadLetters()) {
                var found = existing.get(topic.name());
                if (found == null) {
                    missing.add(new NewTopic(topic.name(), partitionsOf(topic), copies).configs(configuration(copies)));
                } else if (found != partitionsOf(topic)) {
                    throw new CannotRun(both(
                                    "Chủ đề %1$s có %2$d phân vùng thay vì %3$d: hãy đặt DVK_TOPIC_PARTITIONS=%2$d.",
                                    "Topic %1$s has %2$d partitions where %3$d are expected: set"
                                            + " DVK_TOPIC_PARTITIONS=%2$d, or use a cluster without it.")
                            .formatted(topic.name(), found, partitionsOf(topic)));
                }
            }
            for (var created : admin.createTopics(missing).values().values()) {
                answerUnlessThere(created);
            }
            correct(admin, existing.keySet(), say);
        } catch (TimeoutException e) {
            throw new CannotRun(
                    both(
                                    "Kafka ở %1$s không trả lời: hãy kiểm tra DVK_KAFKA_BOOTSTRAP.",
                                    "The Kafka cluster at %1$s does not answer: check DVK_KAFKA_BOOTSTRAP.")
                            .formatted(bootstrap),
                    e);
        } catch (ExecutionException e) {
            throw new CannotRun(
                    both("Kafka ở %1$s từ chối các chủ đề: %2$s", "The Kafka cluster refuses the topics.")
                            .formatted(
                                    bootstrap,
                                    e.getCause() == null ? e : e.getCause().getMessage()),
                    e);
        }
    }

    /** Another platform on the same cluster may have been faster. */
    private static void answerUnlessThere(KafkaFuture<Void> created) throws ExecutionException, TimeoutException {
        try {
            answer(created);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static List<Topic> withDeadLetters() {
        var all = new ArrayList<Topic>(ALL);
        ALL.forEach(topic -> all.add(topic.deadLetters()));
        return all;
    }

    private static Map<String, Integer> existing(Admin admin) throws ExecutionException, TimeoutException {
        var names = answer(admin.listTopics().names());
        var ours = withDeadLetters().stream()
                .map(Topic::name)
                .filter(names::contains)
                .toList();
        var found = new HashMap<String, Integer>();
        answer(admin.describeTopics(ours).allTopicNames())
                .forEach((name, topic) -> found.put(name, topic.partitions().size()));
        return found;
    }

    private short copies(Admin admin, Consumer<String> say) throws ExecutionException, TimeoutException {
        int brokers = answer(admin.describeCluster().nodes()).size();
        if (brokers < replication) {
            say.accept(both(
                            "Kafka có %1$d máy, nên mỗi chủ đề có %1$d bản sao thay vì %2$d.",
                            "The cluster has %1$d broker(s), so topics get %1$d copies instead of %2$d.")
                    .formatted(brokers, replication));
        }
        return (short) Math.min(brokers, replication);
    }

    private static Map<String, String> configuration(short copies) {
        var configuration = new HashMap<>(KEPT_FOR_EVER);
        // With three copies, one may be away without loss and without stopping.
        configuration.put("min.insync.replicas", copies >= 3 ? "2" : "1");
        return configuration;
    }

    private static void correct(Admin admin, Collection<String> existing, Consumer<String> say)
            throws ExecutionException, TimeoutException {
        var resources = existing.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var wrong = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        answer(admin.describeConfigs(resources).all()).forEach((topic, found) -> {
            var changes = KEPT_FOR_EVER.entrySet().stream()
                    .filter(setting -> !setting.getValue().equals(valueOf(found, setting.getKey())))
                    .map(setting -> new AlterConfigOp(
                            new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            if (!changes.isEmpty()) {
                wrong.put(topic, changes);
            }
        });
        answer(admin.incrementalAlterConfigs(wrong).all());
        wrong.forEach((topic, changes) -> say.accept(
                both("Chủ đề %1$s nay có %2$s.", "Topic %1$s now has %2$s.").formatted(topic.name(), said(changes))));
    }

    private static @Nullable String valueOf(Config found, String setting) {
        var entry = found.get(setting);
        return entry == null ? null : entry.value();
    }

    private static String said(Collection<AlterConfigOp> changes) {
        return changes.stream()
                .map(change ->
                        change.configEntry().name() + "=" + change.configEntry().value())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static <T> T answer(KafkaFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun(both("Bị ngắt khi hỏi Kafka.", "Interrupted while asking Kafka."), e);
        }
    }
}
