package vn.dvk.reporting.mirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import vn.dvk.reporting.events.Followed;
import vn.dvk.service.IndexInitializer;

/**
 * Creates the topics of followed installations, and their dead letters, where a mirror has not done so yet: as many
 * partitions and copies as the own ones, and kept for ever (decision 0009). What is there stays as it is.
 *
 * @param own topics of the own installation, which are there
 */
record MissingTopics(Admin admin, List<String> own, List<Followed> others) implements IndexInitializer {

    private static final long PATIENCE_SECONDS = 30;

    private static final Map<String, String> KEPT_FOR_EVER = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "message.timestamp.type", "LogAppendTime");

    @Override
    public void prepare() {
        if (others.isEmpty()) {
            return;
        }
        try {
            var there = answer(admin.listTopics().names());
            var missing = missing(
                    answer(admin.describeTopics(own).allTopicNames()),
                    answer(admin.describeTopics(theirs(there)).allTopicNames()),
                    there);
            for (var created : admin.createTopics(missing).values().values()) {
                answerUnlessThere(created);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not give the topics of " + others, e);
        }
    }

    /** Topics that a mirror has created already. */
    private List<String> theirs(Set<String> there) {
        return others.stream()
                .flatMap(other -> own.stream().map(other::topic))
                .filter(there::contains)
                .toList();
    }

    /** A dead letter keeps the number of its partition, so its topic has as many as the one it comes from. */
    private List<NewTopic> missing(
            Map<String, TopicDescription> own, Map<String, TopicDescription> theirs, Set<String> there) {
        var missing = new ArrayList<NewTopic>();
        for (var other : others) {
            own.forEach((name, like) -> {
                for (var topic : List.of(other.topic(name), other.topic(name) + ".dlt")) {
                    if (!there.contains(topic)) {
                        var partitions =
                                theirs.getOrDefault(other.topic(name), like).partitions();
                        var copies =
                                (short) like.partitions().getFirst().replicas().size();
                        var settings = new HashMap<>(KEPT_FOR_EVER);
                        settings.put("min.insync.replicas", copies >= 3 ? "2" : "1");
                        missing.add(new NewTopic(topic, partitions.size(), copies).configs(settings));
                    }
                }
            });
        }
        return missing;
    }

    /** Another instance may have been faster. */
    private static void answerUnlessThere(KafkaFuture<Void> created) throws ExecutionException, TimeoutException {
        try {
            answer(created);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
