package vn.dvk.reporting.live;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.reporting.counting.Watermark;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.events.ConsumedTypes;
import vn.dvk.reporting.events.EventReader;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.live.PendingVisibility.Where;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.reporting.projection.WriteListener;
import vn.dvk.service.ServiceProperties;
import vn.dvk.service.messaging.ConsumerWatch;

/**
 * Follows all partitions of all topics, without a group, so that every instance learns of every event, also of those
 * that another instance has written. An event counts as seen once the read store has it.
 *
 * <p>It begins where the consumer group has committed: what lies before is in the read store, or in the waiting room,
 * which is looked through at the start. What this instance writes itself it is told directly, which is faster.
 */
public final class Follower implements SmartLifecycle, WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final int PLACES_AT_ONCE = 500;
    private static final Duration LONGEST_POLL = Duration.ofMillis(200);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    /** While much happens it takes over what has gathered, a third of the time at most, and each time more at once. */
    private static final int PAUSE_PER_COST = 2;

    private static final long LONGEST_GATHERING = TimeUnit.MILLISECONDS.toNanos(100);

    /** Events under way at which nothing more is read until half of them are visible: a few megabytes. */
    private static final int MOST_AWAITED = 20_000;

    /** Events that were written here and not looked at yet; with more, everything is loaded anew. */
    private static final int MOST_TOLD = 20_000;

    private final GrouplessConsumers consumers;
    private final RecordReader reader;
    private final Admin admin;
    private final ServiceProperties service;
    private final ConsumerWatch intake;
    private final WaitingRoom room;
    private final Generations generations;
    private final Directory directory;
    private final FactReplica replica;
    private final Hub hub;
    private final ArrayBlockingQueue<IncomingEvent> told = new ArrayBlockingQueue<>(MOST_TOLD);
    private volatile boolean toldTooMuch;
    private long notBefore = System.nanoTime();
    private volatile int awaited;
    private volatile Watermark watermark = new Watermark(-1, 0, null);
    private volatile @Nullable Consumer<String, byte[]> following;
    private volatile @Nullable Thread thread;

    public Follower(
            GrouplessConsumers consumers,
            RecordReader reader,
            Admin admin,
            ServiceProperties service,
            ConsumerWatch intake,
            WaitingRoom room,
            Generations generations,
            Directory directory,
            FactReplica replica,
            Hub hub) {
        this.consumers = consumers;
        this.reader = reader;
        this.admin = admin;
        this.service = service;
        this.intake = intake;
        this.room = room;
        this.generations = generations;
        this.directory = directory;
        this.replica = replica;
        this.hub = hub;
    }

    @Override
    public void tell(List<IncomingEvent> events) {
        for (var event : events) {
            if (!isPassedOver(event) && !told.offer(event)) {
                toldTooMuch = true;
            }
        }
        replica.announce();
        var consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** How far this instance is. */
    public Watermark watermark() {
        return watermark;
    }

    /** How many events are known to be under way and not visible yet. */
    int awaited() {
        return awaited;
    }

    private void run() {
        var pause = AFTER_A_FAULT;
        while (isRunning()) {
            var began = System.nanoTime();
            try (var consumer = consumers.create()) {
                following = consumer;
                follow(consumer, begin(consumer));
            } catch (RuntimeException e) {
                if (isRunning()) {
                    if (System.nanoTime() - began > LONGEST_PAUSE.toNanos()) {
                        pause = AFTER_A_FAULT;
                    }
                    LOG.warn("Cannot follow the topics, next try in {}: {}", pause, e.toString());
                    replica.forget();
                    LockSupport.parkNanos(pause.toNanos());
                    pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            } finally {
                following = null;
            }
        }
    }

    /** First the place in the topics, then the store's content: in this order nothing falls between the two. */
    private PendingVisibility begin(Consumer<String, byte[]> consumer) {
        var partitions = service.topics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        committed().forEach((partition, offset) -> {
            if (partitions.contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
        told.clear(); // whatever it is, it is in the read store, which is loaded from here on
        toldTooMuch = false;
        var awaited = new PendingVisibility();
        room.forEach(head -> room.events(List.of(head), Integer.MAX_VALUE, Long.MAX_VALUE)
                .values()
                .forEach(events -> events.forEach(awaited::add)));
        return awaited;
    }

    private Map<TopicPartition, Long> committed() {
        try {
            return admin
                    .listConsumerGroupOffsets(service.service())
                    .partitionsToOffsetAndMetadata()
                    .get(5, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .filter(one -> one.getValue() != null)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, one -> one.getValue().offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not say how far the group is", e);
        }
    }

    private void follow(Consumer<String, byte[]> consumer, PendingVisibility awaited) {
        while (isRunning()) {
            if (toldTooMuch) {
                throw new IllegalStateException("more was written at once than can be taken over card by card");
            }
            if (replica.follow(generations.lately().reading())) {
                directory.changed();
            }
            gather();
            // What this instance has written itself is there already, so it is taken over without delay.
            var began = System.nanoTime();
            var announced = replica.announced();
            var places = new LinkedHashSet<Where>();
            for (var event = told.poll(); event != null; event = told.poll()) {
                awaited.add(event);
                places.add(Where.of(event));
            }
            look(awaited, places);
            replica.reached(announced);
            if (!places.isEmpty()) {
                var cost = System.nanoTime() - began;
                notBefore = System.nanoTime() + Math.min(LONGEST_GATHERING, PAUSE_PER_COST * cost);
            }
            look(awaited, awaited.due(PLACES_AT_ONCE));
            bound(consumer, awaited);
            read(consumer, awaited);
            mark(consumer, awaited);
        }
    }

    private void gather() {
        for (var left = notBefore - System.nanoTime(); left > 0 && isRunning(); left = notBefore - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A backlog is worked off in pieces, and never fills the memory. */
    private static void bound(Consumer<String, byte[]> consumer, PendingVisibility awaited) {
        if (awaited.size() >= MOST_AWAITED) {
            consumer.pause(consumer.assignment());
        } else if (awaited.size() <= MOST_AWAITED / 2 && !consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
    }

    private void mark(Consumer<String, byte[]> consumer, PendingVisibility pending) {
        awaited = pending.size();
        var offsets =
                consumer.assignment().stream().mapToLong(consumer::position).sum();
        var at = pending.size() == 0 ? Instant.now() : watermark.at();
        watermark = new Watermark(replica.generation(), offsets, at);
    }

    private void read(Consumer<String, byte[]> consumer, PendingVisibility awaited) {
        var pause = Duration.ofNanos(Math.min(awaited.untilNext(), LONGEST_POLL.toNanos()));
        try {
            for (var record : consumer.poll(told.isEmpty() ? pause : Duration.ZERO)) {
                add(record, awaited);
            }
        } catch (WakeupException _) {
            // Something was told meanwhile.
        }
    }

    private void add(ConsumerRecord<String, byte[]> record, PendingVisibility awaited) {
        try {
            var event = reader.read(record);
            if (!isPassedOver(event)) {
                awaited.add(event, intake.isMine(new TopicPartition(record.topic(), record.partition())));
            }
        } catch (Envelope.Unreadable _) {
            // The intake makes a dead letter of it; it will not be seen anywhere.
        }
    }

    /** It is written nowhere, so it would be awaited for ever. */
    private static boolean isPassedOver(IncomingEvent event) {
        return ConsumedTypes.isIgnored(event.type());
    }

    /** Looks into these places of the read store, and passes on what has become visible. */
    private void look(PendingVisibility awaited, Collection<Where> places) {
        if (places.isEmpty()) {
            return;
        }
        var generation = generations.generation(replica.generation());
        var units = ids(places, true);
        var visible = new ArrayList<IncomingEvent>();
        if (!units.isEmpty()) {
            var found = new HashMap<String, Document>();
            generation
                    .directory()
                    .find(Filters.in("_id", units))
                    .projection(new Document("seen", 1))
                    .forEach(one -> found.put(one.getString("_id"), one));
            directory.changed();
            visible.addAll(settle(awaited, places, true, found));
        }
        var cards = replica.refresh(generation.cards(), ids(places, false));
        visible.addAll(settle(awaited, places, false, cards));
        if (!visible.isEmpty()) {
            hub.happened(visible.stream()
                    .filter(event -> !ConsumedTypes.isOfDirectory(event))
                    .flatMap(event -> readable(event).stream())
                    .toList());
        }
    }

    /** Empty for what a person has given up because it cannot be read: its place is seen, and there is nothing to tell. */
    static Optional<CardEvent> readable(IncomingEvent event) {
        try {
            return Optional.of(EventReader.read(event));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Set<String> ids(Collection<Where> places, boolean directory) {
        return places.stream()
                .filter(where -> where.directory() == directory)
                .map(Where::id)
                .collect(Collectors.toSet());
    }

    private static List<IncomingEvent> settle(
            PendingVisibility awaited, Collection<Where> places, boolean directory, Map<String, Document> found) {
        var visible = new ArrayList<IncomingEvent>();
        for (var where : places) {
            if (where.directory() == directory) {
                visible.addAll(awaited.settle(where, found.get(where.id())));
            }
        }
        return visible;
    }

    @Override
    public void start() {
        var worker = Thread.ofPlatform().name("follower").daemon().unstarted(this::run);
        thread = worker;
        worker.start();
    }

    @Override
    public void stop() {
        var worker = thread;
        thread = null;
        var consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** After the read store has been prepared. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
