package vn.dvk.reporting.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.reporting.counting.Watermark;

/**
 * Finds watermarks: times of the log, with a position per partition before which everything lies that the log had by then.
 *
 * <p>A time is taken from a record a little after that was received, so that whatever is appended from then on has a later
 * one, also where the clocks of several brokers are not quite the same. Only then the broker is asked what each partition
 * has of that time and before. Once all of that has been read and is visible, the two are a watermark. While nothing comes it stays the same.
 *
 * <p>Used by one thread.
 */
final class Waterline {

    private static final Logger LOG = LoggerFactory.getLogger(Waterline.class);

    private final long settle;
    private final Function<Instant, Future<Map<TopicPartition, Long>>> ends;

    /** The latest time received, of records that nothing earlier can follow any more. */
    private @Nullable Instant settled;

    private @Nullable Instant settling;
    private long settlingSince;
    private @Nullable Instant received;

    private @Nullable Candidate candidate;
    private @Nullable Watermark latest;

    private static final class Candidate {
        private final Instant at;
        private final Future<Map<TopicPartition, Long>> asked;
        private @Nullable Map<TopicPartition, Long> ends;
        private long added = -1;

        Candidate(Instant at, Future<Map<TopicPartition, Long>> asked) {
            this.at = at;
            this.asked = asked;
        }
    }

    /**
     * @param settle how long after a record an earlier one may still be appended elsewhere
     * @param ends   asks the broker for the first record of each partition that is of a later time, or its end
     */
    Waterline(Duration settle, Function<Instant, Future<Map<TopicPartition, Long>>> ends) {
        this.settle = settle.toNanos();
        this.ends = ends;
    }

    /** A record with this time of the log has come. */
    void received(Instant appended) {
        if (isLater(appended, received)) {
            received = appended;
        }
    }

    private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }

    /** Whether it waits for time to pass or for the broker, and not for what is to become visible. */
    boolean isUnderWay() {
        return candidate == null ? isLater(received, latest == null ? null : latest.at()) : candidate.added < 0;
    }

    /**
     * To be called again and again.
     *
     * @param now      in nanoseconds
     * @param position how far a partition has been read
     * @param added    events that have been added so far to those that are under way, visible by now or not
     * @param oldest   the number of the first of these that is not visible yet
     * @return a new watermark; null if there is none
     */
    @Nullable
    Watermark look(long now, ToLongFunction<TopicPartition> position, long added, Supplier<Long> oldest) {
        settle(now);
        var next = candidate;
        if (next == null && settled != null && isLater(settled, latest == null ? null : latest.at())) {
            next = new Candidate(settled, ends.apply(settled));
            candidate = next;
        }
        if (next == null || !isRead(next, position)) {
            return null;
        }
        if (next.added < 0) {
            next.added = added;
        }
        if (oldest.get() < next.added) {
            return null;
        }
        candidate = null;
        var watermark = new Watermark(next.at, positions(next.ends == null ? Map.of() : next.ends));
        latest = watermark;
        return watermark;
    }

    private void settle(long now) {
        if (isLater(settling, settled) && now - settlingSince >= settle) {
            settled = settling;
        }
        if (!isLater(settling, settled) && isLater(received, settling)) {
            settling = received;
            settlingSince = now;
        }
    }

    private boolean isRead(Candidate next, ToLongFunction<TopicPartition> position) {
        if (next.ends == null) {
            switch (next.asked.state()) {
                case RUNNING -> {
                    return false;
                }
                case SUCCESS -> next.ends = next.asked.resultNow();
                case FAILED, CANCELLED -> {
                    LOG.debug("The broker does not say where the partitions end; it is asked again");
                    candidate = null;
                    return false;
                }
            }
        }
        return next.ends == null
                || next.ends.entrySet().stream().allMatch(end -> position.applyAsLong(end.getKey()) >= end.getValue());
    }

    private static Map<String, List<Long>> positions(Map<TopicPartition, Long> ends) {
        var sorted = new TreeMap<String, TreeMap<Integer, Long>>();
        ends.forEach((partition, end) ->
                sorted.computeIfAbsent(partition.topic(), _ -> new TreeMap<>()).put(partition.partition(), end));
        var positions = new TreeMap<String, List<Long>>();
        sorted.forEach((topic, all) -> positions.put(topic, new ArrayList<>(all.values())));
        return positions;
    }
}
