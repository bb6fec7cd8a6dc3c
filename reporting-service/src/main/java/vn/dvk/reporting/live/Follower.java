package vn.dvk.reporting.live;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaFuture;
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
import vn.dvk.reporting.counting.Malformed;
import vn.dvk.reporting.counting.NotReadYet;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.reporting.counting.Watermark;
import vn.dvk.reporting.counting.Watermarks;
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
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/**
 * Follows all partitions of all topics, without a group, so that every instance learns of every event, also of those
 * that another instance has written. An event counts as seen once the read store has it.
 *
 * <p>It begins where the consumer group has committed: what lies before is in the read store, or in the waiting room,
 * which is looked through at the start. What this instance writes itself it is told directly, which is faster.
 */
public final class Follower implements SmartLifecycle, WriteListener, Watermarks {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final int PLACES_AT_ONCE = 500;
    private static final Duration LONGEST_POLL = Duration.ofMillis(200);
    private static final Duration WHILE_A_WATERMARK_IS_SOUGHT = Duration.ofMillis(25);
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
    private final Duration settle;
    private volatile @Nullable Watermark watermark;
    private volatile Map<TopicPartition, Long> positions = Map.of();
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
            Hub hub,
            Duration settle) {
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
        this.settle = settle;
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

    @Override
    public @Nullable Watermark now() {
        return watermark;
    }

    @Override
    public List<String> missing(Watermark asked) {
        var read = positions;
        var missing = new ArrayList<String>();
        asked.positions().forEach((topic, all) -> {
            for (var number = 0; number < all.size(); number++) {
                var position = read.get(new TopicPartition(topic, number));
                if (position == null && !read.isEmpty()) {
                    throw new Malformed(QueryReason.MALFORMED_WATERMARK, "asKnown");
                }
                var left = all.get(number) - (position == null ? 0 : position);
                if (left > 0) {
                    missing.add("%s-%d: %d".formatted(topic, number, left));
                }
            }
        });
        var seen = watermark;
        if (missing.isEmpty() && (seen == null || seen.at().isBefore(asked.at()))) {
            missing.add("waiting: " + awaited);
        }
        return missing;
    }

    @Override
    public Watermark ofAllThereIs() {
        var partitions = positions.keySet();
        Map<TopicPartition, ListOffsetsResultInfo> ends;
        try {
            ends = answered(offsets(partitions, OffsetSpec.latest()));
        } catch (IllegalStateException _) {
            throw new Refused(WebReason.BROKER_AWAY);
        }
        var has = watermark;
        var missing = new ArrayList<String>();
        ends.forEach((partition, end) -> {
            var all = has == null ? null : has.positions().get(partition.topic());
            var left = end.offset() - (all == null ? 0 : all.get(partition.partition()));
            if (left > 0) {
                missing.add("%s: %d".formatted(partition, left));
            }
        });
        if (has == null || !missing.isEmpty()) {
            throw new NotReadYet(missing.stream().sorted().toList());
        }
        return has;
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

    /** Per partition the first record that is of a later time; its end where there was none. */
    private Future<Map<TopicPartition, Long>> ends(Collection<TopicPartition> partitions, Instant at) {
        var assigned = List.copyOf(partitions);
        var later = OffsetSpec.forTimestamp(at.toEpochMilli() + 1);
        // In this order: what comes between the two is of a later time, and found by the second.
        return offsets(assigned, OffsetSpec.latest())
                .toCompletionStage()
                .thenCompose(ends -> offsets(assigned, later)
                        .toCompletionStage()
                        .thenApply(found -> {
                            var positions = new HashMap<TopicPartition, Long>();
                            ends.forEach((partition, end) -> positions.put(partition, end.offset()));
                            found.forEach((partition, first) -> positions.computeIfPresent(
                                    partition, (_, end) -> first.offset() < 0 ? end : first.offset()));
                            return (Map<TopicPartition, Long>) positions;
                        }))
                .toCompletableFuture();
    }

    /** Of what the log has already, most of which is not read again here. */
    private Instant latestAppended(Collection<TopicPartition> partitions) {
        return answered(offsets(partitions, OffsetSpec.maxTimestamp())).values().stream()
                .map(one -> Instant.ofEpochMilli(Math.max(0, one.timestamp())))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static <T> T answered(Future<T> asked) {
        try {
            return asked.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not say how far it is", e);
        }
    }

    private KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which) {
        return admin.listOffsets(partitions.stream().collect(Collectors.toMap(one -> one, _ -> which)))
                .all();
    }

    private Map<TopicPartition, Long> committed() {
        return answered(admin.listConsumerGroupOffsets(service.service()).partitionsToOffsetAndMetadata())
                .entrySet()
                .stream()
                .filter(one -> one.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private void follow(Consumer<String, byte[]> consumer, PendingVisibility awaited) {
        var waterline = new Waterline(settle, at -> ends(consumer.assignment(), at));
        waterline.received(latestAppended(consumer.assignment()));
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
            read(consumer, awaited, waterline);
            mark(consumer, awaited, waterline);
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

    private void mark(Consumer<String, byte[]> consumer, PendingVisibility pending, Waterline waterline) {
        awaited = pending.size();
        positions = consumer.assignment().stream().collect(Collectors.toMap(one -> one, consumer::position));
        var next = waterline.look(System.nanoTime(), consumer::position, pending.added(), pending::oldest);
        var before = watermark;
        if (next != null && (before == null || next.at().isAfter(before.at()))) {
            watermark = next;
        }
    }

    private void read(Consumer<String, byte[]> consumer, PendingVisibility awaited, Waterline waterline) {
        var longest = waterline.isUnderWay() ? WHILE_A_WATERMARK_IS_SOUGHT : LONGEST_POLL;
        var pause = Duration.ofNanos(Math.min(awaited.untilNext(), longest.toNanos()));
        try {
            for (var record : consumer.poll(told.isEmpty() ? pause : Duration.ZERO)) {
                waterline.received(Instant.ofEpochMilli(record.timestamp()));
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
