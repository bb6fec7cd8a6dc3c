package vn.dvk.kit.intake;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.WaitingRoom.Head;
import vn.dvk.kit.intake.WaitingRoom.Held;
import vn.dvk.kit.intake.WaitingRoom.Settled;
import vn.dvk.kit.intake.WaitingRoom.Verdict;
import vn.dvk.kit.intake.WaitingRoom.Why;
import vn.dvk.kit.relay.OutboxFull;
import vn.dvk.kit.store.StoreErrors;

/**
 * Takes batches of records and sees each one through: applied, dropped as a duplicate, or waiting with its stream.
 *
 * <p>Returning normally means every record of the batch is in a document or in the waiting room, so the offsets may be
 * committed. An exception means the store is away and the whole batch comes again. Whatever else goes wrong is about one
 * stream, which is then parked alone.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final HandlingResult BEHIND = new HandlingResult.Awaiting("an earlier event of its stream");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Limits of one look at what waits: streams, events of each, and bytes of all. */
    private static final int STREAMS = 500;

    private static final int ROUNDS = 3;
    private static final int EVENTS = 100;
    private static final long BYTES = 16L * 1024 * 1024;

    private final String consumer;
    private final List<EventHandler> handlers;
    private final Map<String, List<EventHandler>> bySource = new HashMap<>();
    private final WaitingRoom room;
    private final MeterRegistry meters;
    private final WaitingSchedule schedule = new WaitingSchedule();

    public Intake(String consumer, List<EventHandler> handlers, WaitingRoom room, MeterRegistry meters) {
        this.consumer = consumer;
        this.handlers = List.copyOf(handlers);
        handlers.forEach(handler -> handler.sources()
                .forEach(source ->
                        bySource.computeIfAbsent(source, _ -> new ArrayList<>()).add(handler)));
        this.room = room;
        this.meters = meters;
        for (var why : Why.values()) {
            meters.gauge(
                    "dvk.waiting.streams",
                    Tags.of("consumer", consumer, "why", why.name()),
                    schedule,
                    all -> all.count(why));
        }
    }

    /** How many streams wait, as far as this instance looks after them. */
    public long waiting(Why why) {
        return schedule.count(why);
    }

    /**
     * To be called at the start and whenever partitions have moved: from now on this instance looks after these streams.
     * What waits for a newer version is tried at once: this may be it.
     *
     * @param mine by topic and partition
     */
    public synchronized void lookAfter(Predicate<? super Head> mine) {
        schedule.clear();
        room.forEach(head -> {
            if (mine.test(head)) {
                schedule.put(head.id(), head.verdict());
                if (head.why() == Why.UNKNOWN_TYPE) {
                    schedule.hurry(head.id());
                }
            }
        });
    }

    /** Sees every event through; see the class comment for what returning and throwing mean. */
    public synchronized void accept(List<IncomingEvent> batch) {
        var streams = byStream(batch);
        var waiting = room.of(streams.keySet()).keySet();
        var held = new ArrayList<Held>();
        var free = new LinkedHashMap<String, List<IncomingEvent>>();
        streams.forEach((stream, events) -> {
            if (waiting.contains(stream)) {
                held.add(
                        new Held(stream, events, new Verdict(Why.GAP, "behind events that waited", "", Instant.now())));
            } else {
                free.put(stream, events);
            }
        });
        attempt(free).forEach((stream, attempt) -> {
            if (!attempt.isThrough()) {
                held.add(new Held(stream, attempt.left(), verdict(attempt.last(), 0)));
            }
        });
        if (!held.isEmpty()) {
            hold(held, waiting);
        }
        // What is let go may let go others; beyond a few rounds the timer goes on with them.
        for (var round = 0; round < ROUNDS; round++) {
            tryHeads(schedule.due(Instant.EPOCH, STREAMS));
        }
    }

    /** Each stream's events in the order of their positions, each once: the order within a batch is not to be relied on. */
    private static Map<String, List<IncomingEvent>> byStream(List<IncomingEvent> batch) {
        return batch.stream()
                .sorted(Comparator.comparingLong(IncomingEvent::position))
                .collect(Collectors.groupingBy(IncomingEvent::stream, LinkedHashMap::new, Collectors.toList()));
    }

    private void hold(List<Held> held, Set<String> waitedBefore) {
        for (var head : room.hold(held)) {
            schedule.put(head.id(), head.verdict());
            var isParked = head.why() == Why.PARKED;
            // The one that was missing may have come. What is parked is a person's, unless newer state makes up for it.
            if (waitedBefore.contains(head.stream()) && (!isParked || latestWins(head.stream()))) {
                schedule.hurry(head.id());
            } else if (isParked) {
                parked(head.stream(), head.verdict());
            }
        }
        count("held", held.stream().mapToInt(one -> one.events().size()).sum());
    }

    private void parked(String stream, Verdict verdict) {
        count("parked", 1);
        LOG.error("{} is parked: {}", stream, verdict.reason());
    }

    private boolean latestWins(String stream) {
        return handlersOf(stream).stream().allMatch(EventHandler::latestWins);
    }

    private List<EventHandler> handlersOf(String stream) {
        return bySource.getOrDefault(stream.substring(0, stream.indexOf('|')), List.of());
    }

    /** One stream's events, tried in order: how many are through, and what became of the next one. */
    private record Attempt(List<IncomingEvent> events, int done, HandlingResult last) {

        boolean isThrough() {
            return done == events.size();
        }

        List<IncomingEvent> left() {
            return events.subList(done, events.size());
        }
    }

    /** Every event through every handler of its source; the second sees what is settled at the first. */
    private Map<String, Attempt> attempt(Map<String, List<IncomingEvent>> streams) {
        var results = new LinkedHashMap<IncomingEvent, HandlingResult>();
        for (var events : streams.values()) {
            HandlingResult known = new HandlingResult.Ignored();
            for (var event : events) {
                known = known.isSettled() ? beforeHandling(event) : BEHIND;
                results.put(event, known);
            }
        }
        handlers.forEach(handler -> {
            var open = results.keySet().stream()
                    .filter(event -> handler.sources().contains(event.source())
                            && Objects.requireNonNull(results.get(event)).isSettled())
                    .toList();
            handle(handler, open).forEach((event, result) -> results.merge(event, result, HandlingResult::and));
        });
        var attempts = new LinkedHashMap<String, Attempt>();
        var counts = new HashMap<Class<?>, Integer>();
        streams.forEach((stream, events) -> attempts.put(stream, makeUp(attempt(events, results, counts))));
        counts.forEach((result, number) -> count(result.getSimpleName().toLowerCase(Locale.ROOT), number));
        return attempts;
    }

    private Attempt attempt(
            List<IncomingEvent> events, Map<IncomingEvent, HandlingResult> results, Map<Class<?>, Integer> counts) {
        var done = 0;
        HandlingResult last = new HandlingResult.Ignored();
        for (var event : events) {
            last = Objects.requireNonNull(results.get(event));
            if (!last.isSettled()) {
                break;
            }
            done++;
            counts.merge(last.getClass(), 1, Integer::sum);
            if (last instanceof HandlingResult.Applied) {
                schedule.wake(event.subject());
            }
        }
        return new Attempt(events, done, last);
    }

    /** Where every event tells the whole state, one that cannot be applied is given up for a newer one. */
    private Attempt makeUp(Attempt attempt) {
        var left = attempt.left();
        if (!(attempt.last() instanceof HandlingResult.Broken(var why))
                || left.size() < 2
                || !latestWins(left.getFirst().stream())) {
            return attempt;
        }
        giveUp(left.getFirst(), consumer, "a newer state has come; it could not be applied: " + why);
        LOG.warn("{} is made up for by a newer state", left.getFirst().stream());
        var rest = left.subList(1, left.size());
        var more = Objects.requireNonNull(
                attempt(Map.of(left.getFirst().stream(), rest)).get(left.getFirst().stream()));
        return new Attempt(attempt.events(), attempt.done() + 1 + more.done(), more.last());
    }

    private void giveUp(IncomingEvent event, String by, String why) {
        room.keepDiscarded(event, by, why);
        handlersOf(event.stream()).forEach(handler -> handler.skip(event));
    }

    /** What can be said about an event before any handler is asked. */
    private HandlingResult beforeHandling(IncomingEvent event) {
        var all = bySource.getOrDefault(event.source(), List.of());
        if (all.isEmpty()) {
            return new HandlingResult.Broken("the source " + event.source() + " is not known here");
        }
        if (all.stream().allMatch(handler -> handler.passesOver(event))) {
            return new HandlingResult.Ignored();
        }
        // Behind a type that nobody knows its stream waits: what comes later might have to come later.
        if (!all.stream().allMatch(handler -> handler.knows(event.type()))) {
            return new HandlingResult.Unknown("the type " + event.type() + " is not known here yet");
        }
        var fault = event.bodyFault();
        return fault == null ? new HandlingResult.Ignored() : new HandlingResult.Broken(fault);
    }

    /**
     * The one failure policy: the store's fault is thrown, so that everything comes again; for anything else the events
     * are tried one by one, of each stream up to the one at fault.
     */
    private static Map<IncomingEvent, HandlingResult> handle(EventHandler handler, List<IncomingEvent> events) {
        var results = new LinkedHashMap<IncomingEvent, HandlingResult>();
        if (events.isEmpty()) {
            return results;
        }
        try {
            var handled = handler.handle(events).iterator();
            events.forEach(event -> results.put(event, handled.next()));
            return results;
        } catch (RuntimeException e) {
            mustNotComeAgain(e);
        }
        var stopped = new HashSet<String>();
        var refused = new ArrayList<RuntimeException>();
        for (var event : events) {
            var result = stopped.contains(event.stream()) ? BEHIND : handleAlone(handler, event, refused);
            results.put(event, result);
            if (!result.isSettled()) {
                stopped.add(event.stream());
            }
        }
        // A store that refuses everybody is not everybody's fault.
        var streams = events.stream().map(IncomingEvent::stream).distinct().count();
        if (streams > 2 && refused.size() == streams) {
            throw refused.getFirst();
        }
        return results;
    }

    private static HandlingResult handleAlone(
            EventHandler handler, IncomingEvent event, List<RuntimeException> refused) {
        try {
            return handler.handle(List.of(event)).getFirst();
        } catch (RuntimeException e) {
            mustNotComeAgain(e);
            if (e instanceof MongoException) {
                refused.add(e);
            }
            LOG.warn("{} cannot be applied at position {}: {}", event.stream(), event.position(), e.toString());
            return HandlingResult.of(e);
        }
    }

    private static void mustNotComeAgain(RuntimeException e) {
        if (e instanceof OutboxFull || StoreErrors.isOutOfReach(e)) {
            throw e;
        }
    }

    /** To be called every second or so: looks at what waits for something other than a person and is due. */
    public synchronized void tryWaitingAgain() {
        tryHeads(schedule.due(Instant.now(), STREAMS));
    }

    private void tryHeads(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var heads = room.find(ids);
        ids.stream().filter(id -> !heads.containsKey(id)).forEach(schedule::remove);
        var streams = new LinkedHashMap<String, List<IncomingEvent>>();
        room.events(heads.values(), EVENTS, BYTES)
                .forEach((id, events) -> streams.put(events.getFirst().stream(), events));
        var attempts = attempt(streams);
        finish(heads.values().stream()
                .filter(head -> attempts.containsKey(head.stream()))
                .map(head -> settled(head, Objects.requireNonNull(attempts.get(head.stream()))))
                .toList());
    }

    private static Settled settled(Head head, Attempt attempt) {
        var done = attempt.events().stream()
                .limit(attempt.done())
                .map(WaitingRoom::nameOf)
                .toList();
        var verdict = attempt.isThrough() // of what was looked at: there may be more
                ? new Verdict(head.why(), head.reason(), head.awaits(), Instant.now())
                : verdict(attempt.last(), done.isEmpty() ? head.attempts() + 1 : 0);
        return new Settled(head, done, verdict);
    }

    private void finish(List<Settled> settled) {
        var changed = settled.isEmpty() ? Set.of() : room.settle(settled);
        for (var one : settled) {
            var before = one.before();
            if (changed.contains(before.id())) {
                schedule.hurry(before.id());
            } else if (one.isOver()) {
                schedule.remove(before.id());
            } else {
                schedule.put(before.id(), one.verdict());
                if (one.verdict().why() == Why.PARKED && before.why() != Why.PARKED) {
                    parked(before.stream(), one.verdict());
                }
            }
        }
    }

    /** A person has removed the cause. */
    public synchronized void retry(Collection<Head> heads) {
        tryHeads(heads.stream().map(Head::id).toList());
    }

    /**
     * A person gives up the stream's first waiting event: it is kept on record, its position counts as seen, and the
     * later ones are tried.
     *
     * @return id of the event that was given up
     * @throws EventHandler.NotHereYet if its position cannot be remembered yet; it stays where it is
     */
    public synchronized String discard(Head head, String by, String why) {
        var given = Objects.requireNonNull(room.events(List.of(head), 1, BYTES).get(head.id()))
                .getFirst();
        giveUp(given, by, why);
        var verdict = new Verdict(Why.GAP, "after a discarded event", "", Instant.EPOCH);
        finish(List.of(new Settled(head, List.of(WaitingRoom.nameOf(given)), verdict)));
        tryHeads(List.of(head.id()));
        return given.id();
    }

    private static Verdict verdict(HandlingResult result, int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        var nextTry = Instant.now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return switch (result) {
            case HandlingResult.Gap(var expected) ->
                new Verdict(Why.GAP, "position " + expected + " is missing", "", nextTry);
            case HandlingResult.Awaiting(var what) -> new Verdict(Why.AWAITING, "waits for " + what, what, nextTry);
            case HandlingResult.Unknown(var what) -> new Verdict(Why.UNKNOWN_TYPE, what, "", nextTry);
            case HandlingResult.Broken(var why) -> new Verdict(Why.PARKED, why, "", nextTry);
            case HandlingResult.Applied _, HandlingResult.Duplicate _, HandlingResult.Ignored _ ->
                throw new IllegalArgumentException("A settled event has no reason to wait: " + result);
        };
    }

    private void count(String result, int records) {
        meters.counter("dvk.intake.records", "consumer", consumer, "result", result)
                .increment(records);
    }
}
