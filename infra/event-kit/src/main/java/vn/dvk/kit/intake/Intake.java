package vn.dvk.kit.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.WaitingRoom.Waiting;
import vn.dvk.kit.intake.WaitingRoom.Why;

/**
 * Takes batches of records and sees each one through: applied, dropped as a duplicate, or waiting with its stream.
 *
 * <p>Returning normally means every record of the batch is in a document or in the waiting room, so the offsets may be
 * committed. An exception means the store is away and the whole batch comes again.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Tries in place before a stream is parked: a rule that failed once will mostly fail again. */
    private static final int TRIES = 3;

    private final String consumer;
    private final Map<String, EventHandler> handlers;
    private final WaitingRoom room;
    private final MeterRegistry meters;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Intake(String consumer, List<EventHandler> handlers, WaitingRoom room, MeterRegistry meters) {
        this.consumer = consumer;
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::source, Function.identity()));
        this.room = room;
        this.meters = meters;
        for (var why : Why.values()) {
            meters.gauge(
                    "dvk.waiting.streams",
                    List.of(
                            io.micrometer.core.instrument.Tag.of("consumer", consumer),
                            io.micrometer.core.instrument.Tag.of("why", why.name())),
                    room,
                    one -> one.counts().getOrDefault(why, 0L));
        }
    }

    public String consumer() {
        return consumer;
    }

    /** Sees every event through; see the class comment for what returning and throwing mean. */
    public void accept(List<IncomingEvent> batch) {
        oneAtATime.lock();
        try {
            var waiting = room.of(
                    consumer,
                    batch.stream().map(IncomingEvent::stream).collect(Collectors.toCollection(LinkedHashSet::new)));
            var free = new ArrayList<IncomingEvent>();
            var behind = new LinkedHashMap<String, List<IncomingEvent>>();
            for (var event : batch) {
                if (waiting.containsKey(event.stream())) {
                    behind.computeIfAbsent(event.stream(), _ -> new ArrayList<>())
                            .add(event);
                } else {
                    free.add(event);
                }
            }
            hold(free, handle(free));
            behind.forEach((stream, events) -> {
                // Where it still waits it goes on waiting for the same; if it has just been let go, nothing is parked.
                var now = room.hold(consumer, events, Why.GAP, "behind events that waited");
                count("held", events.size());
                if (now.why() != Why.PARKED) {
                    tryAgain(now);
                }
            });
        } finally {
            oneAtATime.unlock();
        }
    }

    private List<HandlingResult> handle(List<IncomingEvent> events) {
        var bySource = new LinkedHashMap<String, List<Integer>>();
        var result = new ArrayList<HandlingResult>(java.util.Collections.nCopies(
                events.size(), new HandlingResult.Broken("the source is not known here")));
        for (var i = 0; i < events.size(); i++) {
            bySource.computeIfAbsent(events.get(i).source(), _ -> new ArrayList<>())
                    .add(i);
        }
        bySource.forEach((source, indexes) -> {
            var handler = handlers.get(source);
            if (handler != null) {
                var handled =
                        handleKnown(handler, indexes.stream().map(events::get).toList());
                for (var i = 0; i < indexes.size(); i++) {
                    result.set(indexes.get(i), handled.get(i));
                }
            }
        });
        return result;
    }

    /** Behind a type that nobody knows its stream waits: what comes later might have to come later. */
    private static List<HandlingResult> handleKnown(EventHandler handler, List<IncomingEvent> events) {
        var result = new ArrayList<@Nullable HandlingResult>();
        var known = new ArrayList<IncomingEvent>();
        var stopped = new HashSet<String>();
        for (var event : events) {
            if (stopped.contains(event.stream())) {
                result.add(new HandlingResult.Awaiting("an earlier event of its stream"));
            } else if (handler.uses().contains(event.type())
                    || handler.ignores().contains(event.type())) {
                result.add(null);
                known.add(event);
            } else {
                result.add(new HandlingResult.Broken("the type " + event.type() + " is neither used nor ignored here"));
                stopped.add(event.stream());
            }
        }
        var handled = handler.handle(known).iterator();
        return result.stream().map(one -> one == null ? handled.next() : one).toList();
    }

    /** Puts what could not be applied into the waiting room, and tries gaps again at once: the order within a batch is not to be relied on. */
    private void hold(List<IncomingEvent> events, List<HandlingResult> handled) {
        var streams = new LinkedHashMap<String, List<IncomingEvent>>();
        var reasons = new LinkedHashMap<String, HandlingResult>();
        for (var i = 0; i < events.size(); i++) {
            var event = events.get(i);
            var handling = handled.get(i);
            if (settled(handling) && !streams.containsKey(event.stream())) {
                count(nameOf(handling), 1);
            } else {
                // Behind one that waits also what seems to be settled: before its stream is opened, an ignored event
                // is passed over, and afterwards its position would be missing.
                streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
                reasons.putIfAbsent(event.stream(), handling);
            }
        }
        streams.forEach((stream, held) -> {
            var reason = Objects.requireNonNull(reasons.get(stream));
            var waiting = room.hold(consumer, held, whyOf(reason), textOf(reason));
            count("held", held.size());
            tryAgain(waiting);
        });
    }

    /** Tries the stream's waiting events again, in order, until one of them cannot be applied. */
    private void tryAgain(Waiting waiting) {
        var current = Optional.of(waiting);
        while (current.isPresent()) {
            var now = current.get();
            var left = new ArrayList<>(now.records());
            HandlingResult last = new HandlingResult.Applied();
            while (!left.isEmpty()) {
                last = withPatience(left.getFirst());
                if (!settled(last)) {
                    break;
                }
                count(nameOf(last), 1);
                left.removeFirst();
            }
            if (room.settle(now, left, whyOf(last), textOf(last))) {
                log(now, left, last);
                return;
            }
            current = room.find(now.id());
        }
    }

    private HandlingResult withPatience(IncomingEvent event) {
        var handling = handle(List.of(event)).getFirst();
        for (var i = 1; i < TRIES && handling instanceof HandlingResult.Broken; i++) {
            handling = handle(List.of(event)).getFirst();
        }
        return handling;
    }

    private void log(Waiting before, List<IncomingEvent> left, HandlingResult last) {
        if (left.isEmpty()) {
            LOG.debug("{} goes on", before.stream());
        } else if (last instanceof HandlingResult.Broken(var why)) {
            count("parked", 1);
            LOG.error(
                    "{} is parked at position {}: {}",
                    before.stream(),
                    left.getFirst().position(),
                    why);
        }
    }

    /** To be called every second or so: tries again what waits for something other than a person. */
    public void tryWaitingAgain() {
        oneAtATime.lock();
        try {
            room.all().stream()
                    .filter(waiting -> waiting.consumer().equals(consumer))
                    .filter(waiting -> waiting.why() != Why.PARKED)
                    .forEach(this::tryAgain);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** A person has removed the cause. */
    public void retry(Waiting waiting) {
        oneAtATime.lock();
        try {
            tryAgain(waiting);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * A person gives up the stream's first waiting event: it is kept on record, its position counts as seen, and the
     * later ones are tried.
     *
     * @return id of the event that was given up
     * @throws EventHandler.NotHereYet if its position cannot be remembered yet; it stays where it is
     */
    public String discard(Waiting waiting, String by, String why) {
        oneAtATime.lock();
        try {
            var given = waiting.records().getFirst();
            var handler = handlers.get(given.source());
            if (handler != null) {
                handler.skip(given);
            }
            room.keepDiscarded(waiting, given, by, why);
            var left = waiting.records().subList(1, waiting.records().size());
            if (room.settle(waiting, left, Why.GAP, "after a discarded event")) {
                room.find(waiting.id()).ifPresent(this::tryAgain);
            }
            return given.id();
        } finally {
            oneAtATime.unlock();
        }
    }

    private static boolean settled(HandlingResult handling) {
        return switch (handling) {
            case HandlingResult.Applied _, HandlingResult.Duplicate _, HandlingResult.Ignored _ -> true;
            case HandlingResult.Gap _, HandlingResult.Awaiting _, HandlingResult.Broken _ -> false;
        };
    }

    private static Why whyOf(HandlingResult handling) {
        return switch (handling) {
            case HandlingResult.Awaiting _ -> Why.AWAITING;
            case HandlingResult.Broken _ -> Why.PARKED;
            case HandlingResult.Gap _, HandlingResult.Applied _, HandlingResult.Duplicate _, HandlingResult.Ignored _ ->
                Why.GAP;
        };
    }

    private static String textOf(HandlingResult handling) {
        return switch (handling) {
            case HandlingResult.Gap(var expected) -> "position " + expected + " is missing";
            case HandlingResult.Awaiting(var what) -> what;
            case HandlingResult.Broken(var why) -> why;
            case HandlingResult.Applied _, HandlingResult.Duplicate _, HandlingResult.Ignored _ -> "";
        };
    }

    private static String nameOf(HandlingResult handling) {
        return handling.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private void count(String result, int records) {
        meters.counter("dvk.intake.records", "consumer", consumer, "result", result)
                .increment(records);
    }
}
