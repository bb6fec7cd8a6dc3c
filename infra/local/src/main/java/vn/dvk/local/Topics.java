package vn.dvk.local;

import static vn.dvk.local.Words.both;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/**
 * The platform's topics, as data, and the step that creates those a cluster does not have yet.
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

    /** One topic for each writing service, and the directory. */
    public static final List<Topic> ALL = List.of(
            Topic.compacted("dvk.directory.v1"),
            Topic.log("dvk.registration.v1"),
            Topic.log("dvk.evaluation.v1"),
            Topic.log("dvk.awards.v1"));

    private static final long PATIENCE_SECONDS = 30;

    public Topics {
        if (partitions < 1 || replication < 1) {
            throw new CannotRun(both(
                    "DVK_TOPIC_PARTITIONS và DVK_TOPIC_REPLICATION phải từ 1 trở lên.",
                    "DVK_TOPIC_PARTITIONS and DVK_TOPIC_REPLICATION must be at least 1."));
        }
    }

    /**
     * A topic and how long it keeps what it is given.
     *
     * @param name on the cluster
     * @param cleanup {@code compact}: the last record of a key is kept for ever; {@code delete}: every record is,
     *     because its age and size are not limited
     * @param mostPartitions the directory is small and read whole: it never has more than three
     */
    public record Topic(String name, String cleanup, int mostPartitions) {

        static Topic compacted(String name) {
            return new Topic(name, "compact", 3);
        }

        static Topic log(String name) {
            return new Topic(name, "delete", Integer.MAX_VALUE);
        }

        /** Where records go that cannot be read. Never compacted: two unreadable records of one key are two. */
        public Topic deadLetters() {
            return new Topic(name + ".dlt", "delete", mostPartitions);
        }
    }

    private int partitionsOf(Topic topic) {
        return Math.min(partitions, topic.mostPartitions());
    }

    /**
     * Creates what is missing.
     *
     * @param bootstrap the cluster's address
     * @param say takes a sentence for the operator when the wish for copies cannot be fulfilled
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
                    missing.add(new NewTopic(topic.name(), partitionsOf(topic), copies)
                            .configs(configuration(topic, copies)));
                } else if (found != partitionsOf(topic)) {
                    throw new CannotRun(both(
                                    "Chủ đề %1$s có %2$d phân vùng thay vì %3$d: hãy đặt DVK_TOPIC_PARTITIONS=%2$d.",
                                    "Topic %1$s has %2$d partitions where %3$d are expected: set"
                                            + " DVK_TOPIC_PARTITIONS=%2$d, or use a cluster without it.")
                            .formatted(topic.name(), found, partitionsOf(topic)));
                }
            }
            answer(admin.createTopics(missing).all());
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

    private static Map<String, String> configuration(Topic topic, short copies) {
        return Map.of(
                "cleanup.policy",
                topic.cleanup(),
                "retention.ms",
                "-1",
                "retention.bytes",
                "-1",
                // With three copies, one may be away without loss and without stopping.
                "min.insync.replicas",
                copies >= 3 ? "2" : "1");
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
