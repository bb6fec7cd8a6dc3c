package vn.dvk.reporting.projection.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.projection.ActiveGenerations;
import vn.dvk.reporting.projection.GatheredCards;
import vn.dvk.reporting.projection.Generation;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.projection.rebuild.Rebuild.Phase;

/**
 * One rebuild, from the beginning of the log to the switch.
 *
 * <ol>
 *   <li>A new generation is filled from all partitions of all topics, up to where they ended when it began.
 *   <li>It joins the one that is read, so what comes in from then on goes into both.
 *   <li>The log is read up to where it ends now. What was handled before the joining lies before that end, and what is
 *       handled after it is in the new generation; so together they have everything.
 *   <li>The two are compared. A difference ends the rebuild, unless it was to be accepted.
 *   <li>One write: the new one is read. If an event has missed it since the log was last read, because its predecessor
 *       was not there yet, the write finds that noted and changes nothing, and the log is read once more.
 * </ol>
 *
 * <p>Ended anywhere before the last step, the old generation is complete and goes on being read and written.
 */
final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    /** More than one is rare, and so many mean that events miss the new generation for a reason of their own. */
    private static final int MOST_ROUNDS = 20;

    /** Events that are taken in together: a card that many of them are about is read, counted and written once. */
    private static final int TOGETHER = 4_000;

    /** Somebody else has changed the generations in use: this rebuild was taken for dead, and gives up. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("it was taken for dead, and another has changed the generations in use");
        }
    }

    /** The new generation says something else than the one that is read. */
    static final class Different extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Different(Differences found) {
            super("%d documents differ from those that are read; to be accepted if the way of counting has changed"
                    .formatted(found.count()));
        }
    }

    /** Told how far it is; throws if it is to stop. */
    interface Progress {
        void enter(Phase phase);

        /** Records done, and how many there are to do. */
        void at(long done, long total);

        /** It goes on. */
        void sign();

        void found(Differences differences);
    }

    private final GrouplessConsumers consumers;
    private final RecordReader reader;
    private final List<String> topics;
    private final Generations generations;
    private final Supplier<KnownTrouble> trouble;

    Rebuilding(
            GrouplessConsumers consumers,
            RecordReader reader,
            List<String> topics,
            Generations generations,
            Supplier<KnownTrouble> trouble) {
        this.consumers = consumers;
        this.reader = reader;
        this.topics = List.copyOf(topics);
        this.generations = generations;
        this.trouble = trouble;
    }

    /** @return number of the generation that was read before and is of no use any more */
    int run(Generation next, boolean accept, Progress progress) {
        try (var consumer = consumers.create()) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            progress.enter(Phase.FILLING);
            var intake = fill(next, consumer, partitions, progress);
            progress.enter(Phase.JOINING);
            var alone = generations.active();
            if (alone.building() != null || !generations.move(alone, alone.withBuilding(next.number()))) {
                throw new Overtaken();
            }
            for (var round = 0; round < MOST_ROUNDS; round++) {
                var both = active(next);
                progress.enter(Phase.CATCHING_UP);
                readToTheEnd(consumer, partitions, intake, progress);
                intake.mustBeSettled();
                progress.enter(Phase.COMPARING);
                compare(
                        generations.generation(both.reading()),
                        next,
                        () -> readToTheEnd(consumer, partitions, intake, progress),
                        accept,
                        progress);
                progress.enter(Phase.SWITCHING);
                if (generations.move(both, both.switchedTo(next.number()))) {
                    return both.reading();
                }
            }
            throw new IllegalStateException("events keep missing the new generation");
        }
    }

    private RebuildIntake fill(
            Generation next, Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Progress progress) {
        try (var cards = next.gathered()) {
            var intake = new RebuildIntake(next.handlers(cards).values(), trouble.get(), cards::storeIfFull);
            consumer.seekToBeginning(partitions);
            readToTheEnd(consumer, partitions, intake, progress);
            cards.end();
            return intake;
        } catch (GatheredCards.Unfit e) {
            LOG.warn("Generation {} is filled event by event, to find out which one cannot be kept", next.number(), e);
            next.empty();
            var intake = new RebuildIntake(next.handlers().values(), trouble.get(), () -> {});
            consumer.seekToBeginning(partitions);
            readToTheEnd(consumer, partitions, intake, progress);
            return intake;
        }
    }

    private ActiveGenerations active(Generation next) {
        var active = generations.active();
        if (active.building() == null || active.building() != next.number()) {
            throw new Overtaken();
        }
        return active;
    }

    private static void compare(Generation read, Generation next, Runnable catchUp, boolean accept, Progress progress) {
        new Comparison(progress::sign, catchUp).between(read, next).ifPresent(found -> {
            progress.found(found);
            if (!accept) {
                throw new Different(found);
            }
        });
    }

    /** One partition number of all topics after the other, because a card's events have the same number in each. */
    private void readToTheEnd(
            Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            RebuildIntake intake,
            Progress progress) {
        var ends = consumer.endOffsets(partitions);
        var total = sum(ends) - sum(consumer.beginningOffsets(partitions));
        var batch = new ArrayList<IncomingEvent>();
        for (var some : byNumber(partitions)) {
            consumer.pause(partitions);
            consumer.resume(some);
            while (left(consumer, some, ends) > 0) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> add(record, batch));
                progress.sign();
                if (batch.size() >= TOGETHER) {
                    intake.accept(batch);
                    batch.clear();
                    progress.at(total - left(consumer, partitions, ends), total);
                }
            }
        }
        intake.accept(batch);
        progress.at(total, total);
        consumer.resume(partitions);
    }

    private static Collection<List<TopicPartition>> byNumber(List<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.groupingBy(TopicPartition::partition, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static long left(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .mapToLong(one -> Math.max(0, ends.getOrDefault(one, 0L) - consumer.position(one)))
                .sum();
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private void add(ConsumerRecord<String, byte[]> record, List<IncomingEvent> batch) {
        try {
            batch.add(reader.read(record));
        } catch (Envelope.Unreadable _) {
            // It became a dead letter when it first came.
        }
    }
}
