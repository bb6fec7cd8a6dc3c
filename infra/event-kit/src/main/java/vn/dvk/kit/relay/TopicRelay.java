package vn.dvk.kit.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.OutboxEntry;
import vn.dvk.kit.relay.Sender.Sending;
import vn.dvk.kit.store.AloneIfNeeded;

/**
 * Relays the streams of one topic in rounds, by one thread: those that have something to say are read in bulk, sent
 * together, awaited, and crossed off later in larger bulks; until then it remembers what is acknowledged, so a healthy
 * run sends nothing twice.
 *
 * <p>What goes wrong is one of three things: the broker or the store is away (the round comes again, after a pause), one
 * stream cannot be sent (it alone is parked), the producer has died (it is made anew).
 */
final class TopicRelay {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRelay.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** What a crash within it would send twice; what it saves is a store call per round. */
    private static final Duration CROSS_OFF = Duration.ofMillis(100);

    /** In characters; servers repeat whole documents in what they say. */
    private static final int LONGEST_REASON = 500;

    private record Ref(Outbox outbox, String stream) {}

    /** One stream on its way: what was sent of it, in order, as far as it could be sent. */
    private record Sent(Ref ref, List<OutboxEntry> entries, List<Sending> sending) {}

    private final String topic;
    private final Sender sender;
    private final Envelope envelope;
    private final RelaySettings settings;
    private final Counter published;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final Map<Ref, Relay.Parked> parked = new ConcurrentHashMap<>();

    // Guarded by this: streams with something to say, how many events that is, and how many more are in the round.
    private final Map<Ref, Long> dirty = new LinkedHashMap<>();
    private long events;
    private Instant allWell = Instant.now();

    // The thread's own.
    private final Map<Ref, Long> acknowledged = new HashMap<>();
    private Map<Ref, Long> lookedAt = Map.of();
    private long nextCrossOff;
    private long nextSweep = System.nanoTime();
    private Duration pause = Duration.ZERO;
    private String trouble = "";

    private @Nullable Thread thread;
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

    private synchronized void markDirty(Ref ref, long count) {
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

    Collection<Relay.Parked> parked() {
        return List.copyOf(parked.values());
    }

    synchronized void start() {
        if (!running) {
            running = true;
            thread = Thread.ofPlatform().name("relay-" + topic).start(this::run);
        }
    }

    void close() {
        Thread stopping;
        synchronized (this) {
            running = false;
            stopping = thread;
            notifyAll();
        }
        try {
            if (stopping != null && !stopping.join(Duration.ofSeconds(3))) {
                stopping.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (running) {
                if (round()) {
                    pause = Duration.ZERO;
                } else {
                    pause = pause.isZero() ? settings.pause() : longer(pause);
                    rest(System.nanoTime() + pause.toNanos(), false);
                }
            }
            crossOff();
        } catch (InterruptedException | InterruptException _) {
            // Stopped: what was sent and not crossed off is sent again by whoever sweeps it up.
        } catch (RuntimeException e) {
            LOG.warn("Stopped before all that was published to {} was crossed off: {}", topic, e.toString());
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private synchronized void rest(long until, boolean wakeful) throws InterruptedException {
        while (running && System.nanoTime() < until && !(wakeful && !dirty.isEmpty())) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, until - System.nanoTime()));
        }
    }

    /** @return whether broker and store did what they were asked */
    private boolean round() throws InterruptedException {
        rest(acknowledged.isEmpty() ? nextSweep : Math.min(nextSweep, nextCrossOff), true);
        var streams = take();
        var well = false;
        try {
            well = relay(streams);
            var now = System.nanoTime();
            if (now >= nextCrossOff || acknowledged.size() >= settings.batch()) {
                crossOff();
                nextCrossOff = now + (acknowledged.isEmpty() ? CROSS_OFF : settings.sweep()).toNanos();
            }
            if (now >= nextSweep) {
                nextSweep = now + settings.sweep().toNanos();
                sweep();
            }
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            // The store is away. Nothing is lost: the entries are in the streams.
            LOG.warn("Relaying to {} failed, will be tried again: {}", topic, e.toString());
            well = false;
        } finally {
            done(streams, well);
        }
        return well;
    }

    /** The next ones; what comes in from here on may not be in what will be read, and makes its stream dirty again. */
    private synchronized Map<Ref, Long> take() {
        var taken = new LinkedHashMap<Ref, Long>();
        var all = dirty.entrySet().iterator();
        while (all.hasNext() && taken.size() < settings.batch()) {
            var next = all.next();
            taken.put(next.getKey(), next.getValue());
            all.remove();
        }
        return taken;
    }

    private synchronized void done(Map<Ref, Long> taken, boolean well) {
        taken.values().forEach(count -> events -= count);
        if (well) {
            allWell = Instant.now();
        }
    }

    /** What does not get through is dirty again, unless it is parked: then the sweep comes back to it. */
    private boolean relay(Map<Ref, Long> streams) {
        var left = new HashMap<>(streams);
        left.keySet().removeAll(parked.keySet());
        try {
            var found = read(left.keySet());
            left.keySet().retainAll(found.keySet());
            send(found).stream().filter(this::isThrough).forEach(one -> left.remove(one.ref()));
            left.keySet().removeAll(parked.keySet());
            if (!left.isEmpty()) {
                LOG.warn("{} streams for {} will be tried again: {}", left.size(), topic, trouble);
            }
            return left.isEmpty();
        } finally {
            left.forEach(this::markDirty);
        }
    }

    private Map<Ref, List<OutboxEntry>> read(Collection<Ref> refs) {
        var found = new LinkedHashMap<Ref, List<OutboxEntry>>();
        refs.stream()
                .collect(Collectors.groupingBy(Ref::outbox))
                .forEach((outbox, some) -> AloneIfNeeded.run(
                        some,
                        these -> read(outbox, these, found),
                        (ref, e) -> park(ref, "its outbox cannot be read: " + e.getMessage())));
        return found;
    }

    private void read(Outbox outbox, Collection<Ref> refs, Map<Ref, List<OutboxEntry>> found) {
        outbox.read(refs.stream().map(Ref::stream).toList()).forEach((stream, entries) -> {
            var ref = new Ref(outbox, stream);
            var last = acknowledged.getOrDefault(ref, 0L);
            found.put(
                    ref,
                    entries.stream().filter(entry -> entry.position() > last).toList());
        });
    }

    /** All of them, until the broker refuses one at once. */
    private List<Sent> send(Map<Ref, List<OutboxEntry>> found) {
        var sent = new ArrayList<Sent>();
        var brokerThere = true;
        for (var one : found.entrySet()) {
            var sending = brokerThere ? send(one.getValue()) : List.<Sending>of();
            var refused = sending.isEmpty() ? null : sending.getLast().refused();
            brokerThere &= refused == null || Sender.kindOf(refused) == Sender.Failure.RECORD;
            sent.add(new Sent(one.getKey(), one.getValue(), sending));
        }
        return sent;
    }

    /** In order, and nothing behind one that was refused: it would overtake. */
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

    /** Counts up to the first failure: an entry behind a failed one must be sent again behind it. */
    private boolean isThrough(Sent one) {
        for (var i = 0; i < one.sending().size(); i++) {
            try {
                sender.await(one.sending().get(i));
                published.increment();
                acknowledged.put(one.ref(), one.entries().get(i).position());
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                failed(one, i, e);
                return false;
            }
        }
        return one.sending().size() == one.entries().size();
    }

    private void failed(Sent one, int index, Throwable why) {
        switch (Sender.kindOf(why)) {
            case RECORD ->
                park(
                        one.ref(),
                        "position %d: %s".formatted(one.entries().get(index).position(), why.getMessage()));
            case PRODUCER -> sender.renew(one.sending().get(index), why);
            case BROKER -> {}
        }
        trouble = why.toString();
    }

    /** What was acknowledged and cannot be crossed off is not sent again as long as this instance lives. */
    private void crossOff() {
        var refused = new HashSet<Ref>();
        acknowledged.entrySet().stream()
                .collect(Collectors.groupingBy(one -> one.getKey().outbox()))
                .forEach((outbox, all) -> AloneIfNeeded.run(
                        all,
                        some -> outbox.acknowledge(some.stream()
                                .collect(Collectors.toMap(one -> one.getKey().stream(), Map.Entry::getValue))),
                        (one, e) -> {
                            park(one.getKey(), "published and cannot be crossed off: " + e.getMessage());
                            refused.add(one.getKey());
                        }));
        acknowledged.keySet().retainAll(refused);
    }

    private void park(Ref ref, String why) {
        var reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) + "…" : why;
        if (parked.put(ref, new Relay.Parked(topic, ref.stream(), reason, Instant.now())) == null) {
            LOG.error("{} cannot be published to {} and is parked: {}", ref.stream(), topic, reason);
        }
    }

    /**
     * What waits at the same place as at the last look was left behind by a crash, or is parked and may be tried again.
     * No clock is asked.
     */
    private void sweep() {
        var now = new HashMap<Ref, Long>();
        for (var outbox : outboxes) {
            outbox.waiting(settings.bound()).forEach((stream, first) -> now.put(new Ref(outbox, stream), first));
        }
        parked.keySet().retainAll(now.keySet());
        parked.values().removeIf(one -> one.since().isBefore(Instant.now().minus(LONGEST_PAUSE)));
        now.forEach((ref, first) -> {
            if (first.equals(lookedAt.get(ref)) && !parked.containsKey(ref)) {
                leftBehind(ref);
            }
        });
        lookedAt = now;
    }

    private synchronized void leftBehind(Ref ref) {
        if (!dirty.containsKey(ref)) {
            markDirty(ref, 1);
        }
    }
}
