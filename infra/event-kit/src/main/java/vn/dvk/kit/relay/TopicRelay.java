package vn.dvk.kit.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.relay.Sender.Sending;
import vn.dvk.kit.store.StoreErrors;

/**
 * Relays the streams of one topic: a set of those that have something to say, read in bulk and sent by one thread,
 * acknowledged and crossed off by another, so that the next ones are on their way while the first are confirmed.
 *
 * <p>A stream that is on its way is not taken again before it is crossed off; so a healthy run sends nothing twice. What
 * goes wrong is one of three things: the broker or the store is away (all of it again, after a pause), one stream cannot
 * be sent (it alone is parked), the producer has died (it is made anew).
 */
final class TopicRelay {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRelay.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int BATCHES_ON_THEIR_WAY = 3;

    private record Ref(Outbox outbox, String stream) {}

    /** One stream on its way: what was sent of it, in order, as far as it could be sent. */
    private record Sent(Ref ref, List<OutboxEntry> entries, List<Sending> sending, long events) {}

    private record Batch(List<Sent> streams) {}

    private final String topic;
    private final Sender sender;
    private final Envelope envelope;
    private final RelaySettings settings;
    private final Counter published;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Batch> onTheirWay = new ArrayBlockingQueue<>(BATCHES_ON_THEIR_WAY);

    // Guarded by this.
    private final Map<Ref, Long> dirty = new LinkedHashMap<>();
    private final Set<Ref> inFlight = new HashSet<>();
    private final Map<Ref, Relay.Parked> parked = new HashMap<>();
    private long events;
    private Map<Ref, Long> lookedAt = Map.of();
    private Instant allWell = Instant.now();
    private Duration pause = Duration.ZERO;
    private Duration lastPause = Duration.ZERO;

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    TopicRelay(String topic, Sender sender, Envelope envelope, RelaySettings settings, MeterRegistry meters) {
        this.topic = topic;
        this.sender = sender;
        this.envelope = envelope;
        this.settings = settings;
        this.published = meters.counter("dvk.relay.published", "topic", topic);
    }

    void register(Outbox outbox) {
        outboxes.add(outbox);
    }

    synchronized void offer(Outbox outbox, Map<String, Integer> added) {
        added.forEach((stream, count) -> markDirty(new Ref(outbox, stream), count));
        notifyAll();
    }

    private void markDirty(Ref ref, long count) {
        if (events == 0) {
            allWell = Instant.now();
        }
        dirty.merge(ref, count, Long::sum);
        events += count;
    }

    synchronized long pending() {
        return events;
    }

    long size() {
        return outboxes.stream().mapToLong(Outbox::size).sum();
    }

    /** How long something has been waiting without a break. */
    synchronized Duration oldest() {
        return events == 0 ? Duration.ZERO : Duration.between(allWell, Instant.now());
    }

    synchronized List<Relay.Parked> parked() {
        return List.copyOf(parked.values());
    }

    synchronized void start() {
        if (!running) {
            running = true;
            threads.add(Thread.ofPlatform().name("relay-" + topic).start(this::send));
            threads.add(Thread.ofPlatform().name("relay-acks-" + topic).start(this::acknowledge));
        }
    }

    void close() {
        List<Thread> stopping;
        synchronized (this) {
            running = false;
            stopping = List.copyOf(threads);
            threads.clear();
            notifyAll();
        }
        for (var thread : stopping) {
            try {
                if (!thread.join(Duration.ofSeconds(3))) {
                    thread.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void send() {
        var nextSweep = System.nanoTime();
        while (running) {
            try {
                var refs = take(nextSweep);
                if (!refs.isEmpty()) {
                    onTheirWay.put(sendAll(refs));
                }
                if (System.nanoTime() >= nextSweep) {
                    nextSweep = System.nanoTime() + settings.sweep().toNanos();
                    sweep();
                }
            } catch (InterruptedException | InterruptException _) {
                return;
            } catch (RuntimeException e) {
                // The store is away. Nothing is lost: the entries are in the streams.
                trouble("Relaying to {} failed, will be tried again: {}", e);
            }
        }
    }

    /** Waits for something to do; what is on its way or parked is not taken. */
    private synchronized Map<Ref, Long> take(long until) throws InterruptedException {
        while (running) {
            var now = System.nanoTime();
            var free = pause.isZero()
                    ? dirty.keySet().stream()
                            .filter(ref -> !inFlight.contains(ref) && !parked.containsKey(ref))
                            .limit(settings.batch())
                            .toList()
                    : List.<Ref>of();
            if (!free.isEmpty()) {
                var taken = new LinkedHashMap<Ref, Long>();
                // What comes in from here on may not be in what will be read, and makes the stream dirty again.
                free.forEach(ref -> taken.put(ref, Objects.requireNonNull(dirty.remove(ref))));
                inFlight.addAll(free);
                return taken;
            }
            if (now >= until) {
                return Map.of();
            }
            if (pause.isZero()) {
                TimeUnit.NANOSECONDS.timedWait(this, until - now);
            } else {
                var end = now + pause.toNanos();
                while (running && System.nanoTime() < end) {
                    TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
                }
                lastPause = pause;
                pause = Duration.ZERO;
            }
        }
        return Map.of();
    }

    private Batch sendAll(Map<Ref, Long> refs) {
        var found = read(refs);
        var sent = new ArrayList<Sent>();
        var brokerThere = true;
        for (var ref : refs.entrySet()) {
            var entries = found.getOrDefault(ref.getKey(), List.of());
            var sending = brokerThere ? send(entries) : List.<Sending>of();
            var refused = sending.isEmpty() ? null : sending.getLast().refused();
            brokerThere &= refused == null || Sender.kindOf(refused) == Sender.Failure.RECORD;
            sent.add(new Sent(ref.getKey(), entries, sending, ref.getValue()));
        }
        return new Batch(sent);
    }

    private Map<Ref, List<OutboxEntry>> read(Map<Ref, Long> refs) {
        var byOutbox = new HashMap<Outbox, List<String>>();
        refs.keySet()
                .forEach(ref -> byOutbox.computeIfAbsent(ref.outbox(), _ -> new ArrayList<>())
                        .add(ref.stream()));
        var found = new HashMap<Ref, List<OutboxEntry>>();
        try {
            byOutbox.forEach((outbox, streams) -> read(outbox, streams, found));
        } catch (RuntimeException e) {
            giveBack(refs);
            throw e;
        }
        return found;
    }

    /** One that cannot be read is parked, the others go on. */
    private void read(Outbox outbox, List<String> streams, Map<Ref, List<OutboxEntry>> found) {
        try {
            outbox.read(streams).forEach((stream, entries) -> found.put(new Ref(outbox, stream), entries));
        } catch (RuntimeException e) {
            if (StoreErrors.isOutOfReach(e)) {
                throw e;
            }
            if (streams.size() == 1) {
                park(new Ref(outbox, streams.getFirst()), "its outbox cannot be read: " + e.getMessage());
            } else {
                streams.forEach(stream -> read(outbox, List.of(stream), found));
            }
        }
    }

    private synchronized void giveBack(Map<Ref, Long> refs) {
        refs.forEach((ref, count) -> {
            inFlight.remove(ref);
            dirty.merge(ref, count, Long::sum);
        });
        notifyAll();
    }

    /** One stream, in order; nothing more behind an entry that has been refused already. */
    private List<Sending> send(List<OutboxEntry> entries) {
        var sending = new ArrayList<Sending>();
        for (var entry : entries) {
            var one = sender.send(() -> envelope.record(topic, entry));
            sending.add(one);
            if (one.refused() != null) {
                break;
            }
        }
        return sending;
    }

    private void acknowledge() {
        while (running || !onTheirWay.isEmpty()) {
            try {
                var batch = onTheirWay.poll(100, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    acknowledge(batch);
                }
            } catch (InterruptedException | InterruptException _) {
                return; // what was sent and not crossed off is sent again by whoever sweeps it up
            }
        }
    }

    private void acknowledge(Batch batch) throws InterruptedException {
        var acknowledged = new HashMap<Outbox, Map<String, Long>>();
        var left = new ArrayList<Sent>();
        for (var one : batch.streams()) {
            var position = lastAcknowledged(one);
            if (position > 0) {
                acknowledged
                        .computeIfAbsent(one.ref().outbox(), _ -> new HashMap<>())
                        .put(one.ref().stream(), position);
            }
            if (!one.entries().isEmpty() && position < one.entries().getLast().position()) {
                left.add(one);
            }
        }
        for (var outbox : acknowledged.entrySet()) {
            crossOff(outbox.getKey(), outbox.getValue());
        }
        settle(batch, left);
    }

    /** The last position before the first failure: an entry after a failed one must be sent again behind it. */
    private long lastAcknowledged(Sent one) {
        var last = 0L;
        for (var i = 0; i < one.sending().size(); i++) {
            try {
                sender.await(one.sending().get(i));
                published.increment();
                last = one.entries().get(i).position();
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                failed(one, i, e);
                break;
            }
        }
        return last;
    }

    private void failed(Sent one, int index, Throwable why) {
        switch (Sender.kindOf(why)) {
            case RECORD ->
                park(
                        one.ref(),
                        "position %d: %s".formatted(one.entries().get(index).position(), why.getMessage()));
            case PRODUCER -> {
                sender.renew(one.sending().get(index), why);
                trouble("The producer for {} has died: {}", why);
            }
            case BROKER -> trouble("{} does not take events, will be tried again: {}", why);
        }
    }

    /** Until it is through: what was acknowledged and is not crossed off would be published again. */
    private void crossOff(Outbox outbox, Map<String, Long> positions) throws InterruptedException {
        var wait = settings.pause();
        while (true) {
            try {
                outbox.acknowledge(positions);
                return;
            } catch (RuntimeException e) {
                if (!StoreErrors.isOutOfReach(e)) {
                    crossOffAlone(outbox, positions, e);
                    return;
                }
                LOG.warn("Published to {} but not crossed off, will be tried again: {}", topic, e.toString());
                if (!running) {
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
                wait = longer(wait);
            }
        }
    }

    private void crossOffAlone(Outbox outbox, Map<String, Long> positions, RuntimeException why) {
        positions.forEach((stream, position) -> {
            try {
                outbox.acknowledge(Map.of(stream, position));
            } catch (RuntimeException e) {
                park(new Ref(outbox, stream), "published and cannot be crossed off: " + why.getMessage());
            }
        });
    }

    private synchronized void park(Ref ref, String reason) {
        if (parked.put(ref, new Relay.Parked(topic, ref.stream(), reason, Instant.now())) == null) {
            LOG.error("{} cannot be published to {} and is parked: {}", ref.stream(), topic, reason);
        }
    }

    private synchronized void settle(Batch batch, List<Sent> left) {
        for (var one : batch.streams()) {
            inFlight.remove(one.ref());
            events -= one.events();
        }
        // A parked one stays dirty: it is taken when it is let go.
        left.forEach(one -> markDirty(one.ref(), one.events()));
        if (left.isEmpty()) {
            lastPause = Duration.ZERO;
            allWell = Instant.now();
        }
        notifyAll();
    }

    private synchronized void trouble(String message, Throwable why) {
        if (pause.isZero()) {
            pause = lastPause.isZero() ? settings.pause() : longer(lastPause);
            LOG.warn(message, topic, why.toString());
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /**
     * What waits at the same place as at the last look, and is not on its way from here, was left behind by a crash. No
     * clock is asked. What is parked is tried again.
     */
    private void sweep() {
        var now = new HashMap<Ref, Long>();
        for (var outbox : outboxes) {
            outbox.waiting(settings.bound()).forEach((stream, first) -> now.put(new Ref(outbox, stream), first));
        }
        synchronized (this) {
            parked.keySet().retainAll(now.keySet());
            parked.entrySet()
                    .removeIf(
                            one -> one.getValue().since().isBefore(Instant.now().minus(LONGEST_PAUSE)));
            now.forEach((ref, first) -> {
                if (first.equals(lookedAt.get(ref))
                        && !inFlight.contains(ref)
                        && !dirty.containsKey(ref)
                        && !parked.containsKey(ref)) {
                    markDirty(ref, 1);
                }
            });
            lookedAt = now;
        }
    }
}
