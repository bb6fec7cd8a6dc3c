package vn.dvk.kit.intake;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Limits of one look at what waits: streams, events of each, and bytes of all. */
    private static final int STREAMS = 500;

    private static final int ROUNDS = 3;
    private static final int EVENTS = 100;
    private static final long BYTES = 16L * 1024 * 1024;

    private final String consumer;
    private final Map<String, List<EventHandler>> handlers;
    private final WaitingRoom room;
    private final MeterRegistry meters;
    private final WaitingSchedule schedule = new WaitingSchedule();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Intake(String consumer, List<EventHandler> handlers, WaitingRoom room, MeterRegistry meters) {
        this.consumer = consumer;
        this.handlers = handlers.stream()
                .collect(Collectors.groupingBy(EventHandler::source, LinkedHashMap::new, Collectors.toList()));
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
    public void lookAfter(Predicate<? super Head> mine) {
        locked(() -> {
            schedule.clear();
            room.forEach(head -> {
                if (mine.test(head)) {
                    schedule.put(head);
                    if (head.why() == Why.UNKNOWN_TYPE) {
                        schedule.hurry(head.id());
                    }
                }
            });
        });
    }

    /** Sees every event through; see the class comment for what returning and throwing mean. */
    public void accept(List<IncomingEvent> batch) {
        locked(() -> {
            var streams = byStream(batch);
            var waiting = room.of(streams.keySet());
            var free = new LinkedHashMap<>(streams);
            free.keySet().removeAll(waiting.keySet());
            var held = new ArrayList<Held>();
            attempt(free).forEach((stream, attempt) -> {
                if (!attempt.isThrough()) {
                    held.add(new Held(stream, attempt.left(), verdict(attempt.last(), 0)));
                }
            });
            waiting.forEach((stream, head) -> {
                var events = streams.getOrDefault(stream, List.of());
                held.add(
                        new Held(stream, events, new Verdict(Why.GAP, "behind events that waited", "", Instant.now())));
            });
            if (!held.isEmpty()) {
                hold(held, waiting.keySet());
            }
            tryThoseThatWereWoken();
        });
    }

    /** Each stream's events in the order of their positions, each once: the order within a batch is not to be relied on. */
    private static Map<String, List<IncomingEvent>> byStream(List<IncomingEvent> batch) {
        var streams = new LinkedHashMap<String, List<IncomingEvent>>();
        batch.forEach(event ->
                streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event));
        streams.values().forEach(events -> events.sort(Comparator.comparingLong(IncomingEvent::position)));
        return streams;
    }

    private void hold(List<Held> held, Collection<String> waitedBefore) {
        for (var head : room.hold(held)) {
            schedule.put(head);
            // The one that was missing may have come. What is parked is a person's, unless newer state makes up for it.
            if (waitedBefore.contains(head.stream()) && (head.why() != Why.PARKED || latestWins(head.stream()))) {
                schedule.hurry(head.id());
            } else if (head.why() == Why.PARKED) {
                LOG.error("{} is parked: {}", head.stream(), head.reason());
            }
        }
        count("held", held.stream().mapToInt(one -> one.events().size()).sum());
        held.stream().filter(one -> one.verdict().why() == Why.PARKED).forEach(_ -> count("parked", 1));
    }

    private boolean latestWins(String stream) {
        return handlersOf(stream).stream().allMatch(EventHandler::latestWins);
    }

    private List<EventHandler> handlersOf(String stream) {
        return handlers.getOrDefault(stream.substring(0, stream.indexOf('|')), List.of());
    }

    /** One stream's events, tried in order: how far it got, and what became of the one it got no further than. */
    private record Attempt(List<IncomingEvent> events, List<HandlingResult> results) {

        int done() {
            return (int) results.stream().takeWhile(HandlingResult::isSettled).count();
        }

        boolean isThrough() {
            return done() == events.size();
        }

        List<IncomingEvent> left() {
            return events.subList(done(), events.size());
        }

        HandlingResult last() {
            return isThrough() ? new HandlingResult.Applied() : results.get(done());
        }
    }

    private Map<String, Attempt> attempt(Map<String, List<IncomingEvent>> streams) {
        var attempts = new LinkedHashMap<String, Attempt>();
        var known = new LinkedHashMap<String, List<IncomingEvent>>();
        streams.forEach((stream, events) -> known.put(
                stream,
                events.stream().takeWhile(event -> faultOf(event) == null).toList()));
        var results =
                handle(known.values().stream().flatMap(List::stream).toList()).iterator();
        streams.forEach((stream, events) -> {
            var handled = new ArrayList<HandlingResult>();
            for (var i = 0; i < known.getOrDefault(stream, List.of()).size(); i++) {
                handled.add(results.next());
            }
            if (handled.size() < events.size()) {
                var fault = faultOf(events.get(handled.size()));
                handled.add(fault == null ? new HandlingResult.Applied() : fault);
            }
            var attempt = new Attempt(events, handled);
            attempts.put(stream, attempt);
            handled.stream().limit(attempt.done()).forEach(one -> count(nameOf(one), 1));
            handled.stream()
                    .limit(attempt.done())
                    .filter(HandlingResult.Applied.class::isInstance)
                    .findAny()
                    .ifPresent(_ -> schedule.wake(events.getFirst().subject()));
        });
        return attempts;
    }

    /** What can be said about an event before any handler is asked. */
    private @Nullable HandlingResult faultOf(IncomingEvent event) {
        var all = handlers.getOrDefault(event.source(), List.of());
        if (all.isEmpty()) {
            return new HandlingResult.Broken("the source " + event.source() + " is not known here");
        }
        for (var handler : all) {
            // Behind a type that nobody knows its stream waits: what comes later might have to come later.
            if (!handler.uses().contains(event.type()) && !handler.ignores().contains(event.type())) {
                return new HandlingResult.Unknown("the type " + event.type() + " is not known here yet");
            }
        }
        var fault = event.bodyFault();
        return fault == null ? null : new HandlingResult.Broken(fault);
    }

    /** Every event through every handler of its source; the second sees what is settled at the first. */
    private List<HandlingResult> handle(List<IncomingEvent> events) {
        var results = new ArrayList<HandlingResult>(
                java.util.Collections.nCopies(events.size(), new HandlingResult.Ignored()));
        handlers.values().stream().flatMap(List::stream).forEach(handler -> {
            var places = new ArrayList<Integer>();
            for (var i = 0; i < events.size(); i++) {
                if (events.get(i).source().equals(handler.source())
                        && results.get(i).isSettled()) {
                    places.add(i);
                }
            }
            var handled = handle(handler, places.stream().map(events::get).toList());
            for (var i = 0; i < places.size(); i++) {
                var before = results.get(places.get(i));
                var now = handled.get(i);
                var saysMore = !now.isSettled()
                        || now instanceof HandlingResult.Applied
                        || before instanceof HandlingResult.Ignored;
                results.set(places.get(i), saysMore ? now : before);
            }
        });
        return results;
    }

    /**
     * The one failure policy: the store's fault is thrown, so that everything comes again; for anything else the streams
     * are tried one by one, and of the one at fault the events.
     */
    private List<HandlingResult> handle(EventHandler handler, List<IncomingEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        try {
            return handler.handle(events);
        } catch (RuntimeException e) {
            if (comesAgain(e)) {
                throw e;
            }
        }
        var results = new LinkedHashMap<IncomingEvent, HandlingResult>();
        var failures = new ArrayList<RuntimeException>();
        var streams = byStream(events).values();
        for (var stream : streams) {
            results.putAll(handleAlone(handler, stream, failures));
        }
        // A store that refuses everybody is not everybody's fault.
        if (streams.size() > 2 && failures.size() == streams.size()) {
            throw failures.getFirst();
        }
        return events.stream()
                .map(event -> java.util.Objects.requireNonNull(results.get(event)))
                .toList();
    }

    private static Map<IncomingEvent, HandlingResult> handleAlone(
            EventHandler handler, List<IncomingEvent> stream, List<RuntimeException> failures) {
        var results = new LinkedHashMap<IncomingEvent, HandlingResult>();
        HandlingResult last = new HandlingResult.Applied();
        for (var event : stream) {
            if (last.isSettled()) {
                try {
                    last = handler.handle(List.of(event)).getFirst();
                } catch (RuntimeException e) {
                    if (comesAgain(e)) {
                        throw e;
                    }
                    if (e instanceof MongoException) {
                        failures.add(e);
                    }
                    LOG.warn("{} cannot be applied at position {}: {}", event.stream(), event.position(), e.toString());
                    last = HandlingResult.of(e);
                }
                results.put(event, last);
            } else {
                results.put(event, new HandlingResult.Awaiting("an earlier event of its stream"));
            }
        }
        return results;
    }

    private static boolean comesAgain(RuntimeException e) {
        return e instanceof OutboxFull || StoreErrors.isOutOfReach(e);
    }

    /** To be called every second or so: looks at what waits for something other than a person and is due. */
    public void tryWaitingAgain() {
        locked(() -> tryHeads(schedule.due(Instant.now(), STREAMS)));
    }

    /** What is let go may let go others; beyond a few rounds the timer goes on with them. */
    private void tryThoseThatWereWoken() {
        for (var round = 0; round < ROUNDS; round++) {
            tryHeads(schedule.due(Instant.EPOCH, STREAMS));
        }
    }

    private void tryHeads(List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var heads = room.find(ids);
        ids.stream().filter(id -> !heads.containsKey(id)).forEach(schedule::remove);
        var events = room.events(List.copyOf(heads.values()), EVENTS, BYTES);
        var streams = new LinkedHashMap<String, List<IncomingEvent>>();
        heads.forEach((id, head) -> streams.put(head.stream(), events.getOrDefault(id, List.of())));
        streams.values().removeIf(List::isEmpty);
        var attempts = attempt(streams);
        var settled = new ArrayList<Settled>();
        heads.values().forEach(head -> {
            var attempt = attempts.get(head.stream());
            if (attempt != null) {
                settled.add(settled(head, makeUp(attempt)));
            }
        });
        finish(settled);
    }

    /** Where every event tells the whole state, one that cannot be applied is given up for a newer one. */
    private Attempt makeUp(Attempt attempt) {
        var now = attempt;
        while (now.last() instanceof HandlingResult.Broken(var why)
                && now.left().size() > 1
                && latestWins(now.left().getFirst().stream())) {
            var given = now.left().getFirst();
            room.keepDiscarded(given, consumer, "a newer state has come; it could not be applied: " + why);
            handlersOf(given.stream()).forEach(handler -> handler.skip(given));
            LOG.warn("{} at position {} is made up for by a newer state", given.stream(), given.position());
            var rest = now.left().subList(1, now.left().size());
            var results = new ArrayList<>(now.results().subList(0, now.done()));
            results.add(new HandlingResult.Ignored());
            attempt(Map.of(given.stream(), rest)).values().forEach(more -> results.addAll(more.results()));
            now = new Attempt(now.events(), results);
        }
        return now;
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
        if (settled.isEmpty()) {
            return;
        }
        var changed = room.settle(settled);
        for (var one : settled) {
            var before = one.before();
            if (changed.contains(before.id())) {
                schedule.hurry(before.id());
            } else if (one.isOver()) {
                schedule.remove(before.id());
                LOG.debug("{} goes on", before.stream());
            } else {
                var verdict = one.verdict();
                schedule.put(new Head(
                        before.id(),
                        "",
                        before.stream(),
                        before.topic(),
                        before.partition(),
                        verdict.why(),
                        verdict.reason(),
                        verdict.awaits(),
                        before.since(),
                        0,
                        verdict.nextTry(),
                        List.of()));
                if (verdict.why() == Why.PARKED && before.why() != Why.PARKED) {
                    count("parked", 1);
                    LOG.error("{} is parked: {}", before.stream(), verdict.reason());
                }
            }
        }
    }

    /** A person has removed the cause. */
    public void retry(Collection<Head> heads) {
        locked(() -> tryHeads(heads.stream().map(Head::id).toList()));
    }

    /**
     * A person gives up the stream's first waiting event: it is kept on record, its position counts as seen, and the
     * later ones are tried.
     *
     * @return id of the event that was given up
     * @throws EventHandler.NotHereYet if its position cannot be remembered yet; it stays where it is
     */
    public String discard(Head head, String by, String why) {
        oneAtATime.lock();
        try {
            var given = room.events(List.of(head), 1, BYTES)
                    .values()
                    .iterator()
                    .next()
                    .getFirst();
            room.keepDiscarded(given, by, why);
            handlersOf(head.stream()).forEach(handler -> handler.skip(given));
            var verdict = new Verdict(Why.GAP, "after a discarded event", "", Instant.EPOCH);
            finish(List.of(new Settled(head, List.of(WaitingRoom.nameOf(given)), verdict)));
            tryHeads(List.of(head.id()));
            return given.id();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void locked(Runnable work) {
        oneAtATime.lock();
        try {
            work.run();
        } finally {
            oneAtATime.unlock();
        }
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

    private static String nameOf(HandlingResult result) {
        return result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void count(String result, int records) {
        meters.counter("dvk.intake.records", "consumer", consumer, "result", result)
                .increment(records);
    }
}
