package vn.dvk.kit.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.Envelope;

/**
 * Publishes what the streams of this instance have just written, woken at once, and sweeps up what a crash of any
 * instance left behind.
 *
 * <p>One thread, so this instance sends a stream's events in order; other instances may relay the same stream at the
 * same time (see the package comment for why that is safe). The producer must be idempotent with {@code acks=all}.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Producer<String, byte[]> producer;
    private final RelaySettings settings;
    private final List<Outbox> outboxes = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong leftBehind = new AtomicLong();
    private volatile @Nullable Instant oldest;
    private final Counter published;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    private record Work(Outbox outbox, Pending pending) {

        /** Two outboxes may publish to the same topic and use the same id. */
        Stream stream() {
            return new Stream(outbox, pending.streamId());
        }
    }

    private record Stream(Outbox outbox, String id) {}

    public Relay(Producer<String, byte[]> producer, RelaySettings settings, MeterRegistry meters) {
        this.producer = producer;
        this.settings = settings;
        this.published = meters.counter("dvk.relay.published");
        meters.gauge("dvk.relay.pending", this, Relay::pending);
        meters.gauge("dvk.relay.oldest", this, relay -> relay.age().toMillis() / 1000.0);
    }

    public void register(Outbox outbox) {
        outboxes.add(outbox);
    }

    /** Wakes the relay; never blocks. What is beyond the bound is left to the sweep. */
    public void offer(Outbox outbox, List<Pending> pendings) {
        for (var pending : pendings) {
            if (waiting.get() < settings.bound()) {
                waiting.addAndGet(pending.added());
                queue.add(new Work(outbox, pending));
            }
        }
    }

    /** @throws OutboxFull so that a command is refused before anything is decided */
    public void refuseIfBehind() {
        if (pending() >= settings.bound()) {
            throw new OutboxFull(pending());
        }
    }

    /** Events known to wait: in this instance's memory, or found by the last sweep. */
    public long pending() {
        return Math.max(waiting.get(), leftBehind.get());
    }

    /** Events that wait right now: what this instance has in hand, or else what the store says, which costs a scan. */
    public long outboxSize() {
        var inHand = waiting.get();
        return inHand > 0 ? inHand : outboxes.stream().mapToLong(Outbox::size).sum();
    }

    private Duration age() {
        var since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since, Instant.now());
    }

    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("relay").start(this::run);
    }

    /** Stops after the streams in hand; what is left waits in the store for the next start or another instance. */
    @Override
    public synchronized void close() {
        running = false;
        var current = thread;
        if (current != null) {
            current.interrupt();
            try {
                current.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        var nextSweep = System.nanoTime();
        while (running) {
            try {
                var batch = new ArrayList<Work>();
                var first = queue.poll(Math.max(0, nextSweep - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, settings.batch() - 1);
                    relay(batch);
                }
                if (System.nanoTime() >= nextSweep) {
                    sweep();
                    nextSweep = System.nanoTime() + settings.sweep().toNanos();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                // The store or the broker is away. Nothing is lost: the entries are in the streams, the sweep retries.
                LOG.warn("Relaying failed, will be retried: {}", e.toString());
                nextSweep = System.nanoTime() + settings.sweep().toNanos();
            }
        }
    }

    private void relay(List<Work> batch) throws InterruptedException {
        try {
            // The same stream may be in the batch twice, and not in the order of the writes: the snapshot that reaches
            // furthest was taken last, so it holds everything that is not published yet.
            var latest = new LinkedHashMap<Stream, Work>();
            for (var work : batch) {
                latest.merge(work.stream(), work, Relay::furthest);
            }
            publish(latest.values().stream().toList());
        } finally {
            waiting.addAndGet(
                    -batch.stream().mapToLong(work -> work.pending().added()).sum());
        }
    }

    private static Work furthest(Work one, Work other) {
        return one.pending().lastPosition() > other.pending().lastPosition() ? one : other;
    }

    /** @return whether everything was acknowledged */
    private boolean publish(List<Work> works) throws InterruptedException {
        var sent = works.stream().map(this::send).toList();
        var complete = true;
        var acknowledged = new HashMap<Outbox, Map<String, Long>>();
        for (var i = 0; i < works.size(); i++) {
            var work = works.get(i);
            var position = lastAcknowledged(work.pending().entries(), sent.get(i));
            complete &= position == work.pending().lastPosition();
            if (position > 0) {
                acknowledged
                        .computeIfAbsent(work.outbox(), _ -> new HashMap<>())
                        .put(work.pending().streamId(), position);
            }
        }
        acknowledged.forEach(Outbox::acknowledge);
        return complete;
    }

    /** One stream, in order; nothing more behind an entry that the producer has refused already. */
    private List<Future<RecordMetadata>> send(Work work) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var entry : work.pending().entries()) {
            var sending = producer.send(Envelope.record(work.outbox().topic(), entry));
            sent.add(sending);
            if (sending.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent;
    }

    /** The last position before the first failure: an entry after a failed one must be sent again behind it. */
    private long lastAcknowledged(List<Document> entries, List<Future<RecordMetadata>> sent)
            throws InterruptedException {
        var last = 0L;
        for (var i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
                published.increment();
                last = entries.get(i).get("position", Number.class).longValue();
            } catch (ExecutionException e) {
                LOG.warn("Not published, will be retried: {}", String.valueOf(e.getCause()));
                break;
            }
        }
        return last;
    }

    /** Round after round while there is more than fits into one and the broker takes it. */
    private void sweep() throws InterruptedException {
        while (running && sweepOnce()) {
            LOG.debug("More is left behind than fits into one round");
        }
    }

    /** @return whether another round is worth it */
    private boolean sweepOnce() throws InterruptedException {
        var found = 0L;
        var more = false;
        Instant first = null;
        for (var outbox : outboxes) {
            var pendings = outbox.leftBehind(settings.leftBehind(), settings.batch());
            for (var pending : pendings) {
                found += pending.entries().size();
                var at = Instant.parse(pending.entries().getFirst().getString("at"));
                first = first == null || at.isBefore(first) ? at : first;
            }
            oldest = first;
            var complete = publish(
                    pendings.stream().map(pending -> new Work(outbox, pending)).toList());
            more |= complete && pendings.size() == settings.batch();
        }
        if (found == 0) {
            leftBehind.set(0);
        } else {
            // What still waits after this round is counted in the store: it decides whether commands are accepted.
            leftBehind.set(outboxSize());
            LOG.info("Relayed {} events that were left behind, {} still wait", found, leftBehind.get());
        }
        if (leftBehind.get() == 0) {
            oldest = null;
        }
        return more;
    }
}
