package vn.dvk.reporting.projection.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.projection.ActiveGenerations;
import vn.dvk.reporting.projection.Generation;
import vn.dvk.reporting.projection.Generations;

/**
 * One rebuild, from the beginning of the log to the switch.
 *
 * <ol>
 *   <li>A new generation is filled from all partitions of all topics, up to where they ended when it began.
 *   <li>It is added to those that are written, so everything that comes in from then on goes into both.
 *   <li>The log is read up to where it ends now. What was handled before the addition lies before that end, and what is
 *       handled after it is in the new generation; so together they have everything.
 *   <li>One write to the pointer: the new one is read, and the only one written.
 * </ol>
 *
 * <p>Killed anywhere before the last step, the old generation is still complete, and the next attempt begins afresh.
 */
final class Rebuilding {

    /** The pointer was moved by somebody else: two rebuilds at once, of which this one gives up. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another rebuild has moved the pointer");
        }
    }

    /** Told how far it is: records done, and how many there are to do. */
    interface Progress {
        void at(long done, long total);
    }

    private final GrouplessConsumers consumers;
    private final List<String> topics;
    private final Generations generations;
    private final Unsettled.Explanation explanation;

    Rebuilding(
            GrouplessConsumers consumers,
            List<String> topics,
            Generations generations,
            Unsettled.Explanation explanation) {
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.generations = generations;
        this.explanation = explanation;
    }

    /** @return number of the generation that was read before and is of no use any more */
    int run(Generation next, Progress progress) {
        var before = generations.active();
        var unsettled = new Unsettled(next, explanation);
        try (var consumer = consumers.create()) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readToTheEnd(consumer, partitions, unsettled, progress);
            var both = new ActiveGenerations(before.reading(), List.of(before.reading(), next.number()));
            move(before, both);
            readToTheEnd(consumer, partitions, unsettled, progress);
            unsettled.mustBeExplained();
            move(both, new ActiveGenerations(next.number(), List.of(next.number())));
            return before.reading();
        }
    }

    private void move(ActiveGenerations from, ActiveGenerations to) {
        if (!generations.move(from, to)) {
            throw new Overtaken();
        }
    }

    private static void readToTheEnd(
            Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            Unsettled unsettled,
            Progress progress) {
        var ends = consumer.endOffsets(partitions);
        var begins = consumer.beginningOffsets(partitions);
        var total = sum(ends) - sum(begins);
        while (true) {
            var left = 0L;
            for (var partition : partitions) {
                left += Math.max(0, ends.getOrDefault(partition, 0L) - consumer.position(partition));
            }
            progress.at(total - left, total);
            if (left == 0) {
                return;
            }
            var batch = new ArrayList<IncomingEvent>();
            consumer.poll(Duration.ofMillis(200)).forEach(record -> add(record, batch));
            unsettled.take(batch);
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void add(ConsumerRecord<String, byte[]> record, List<IncomingEvent> batch) {
        try {
            batch.add(Envelope.read(record));
        } catch (Envelope.Unreadable _) {
            // It became a dead letter when it first came.
        }
    }
}
