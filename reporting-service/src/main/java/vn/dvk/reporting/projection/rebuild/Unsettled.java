package vn.dvk.reporting.projection.rebuild;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.reporting.projection.Generation;

/**
 * Takes the log's events into a generation, and keeps those that cannot be applied yet with their streams, in memory:
 * the log has them.
 */
final class Unsettled {

    /** What the running service knows of events that cannot be applied. */
    interface Explanation {

        /** Whether a person has given this event up. */
        boolean discarded(IncomingEvent event);

        /** Of these streams those that wait in the waiting room, where they are tried again after the switch. */
        Set<String> waiting(Set<String> streams);
    }

    private final Generation generation;
    private final Explanation explanation;
    private final Map<String, List<IncomingEvent>> streams = new LinkedHashMap<>();

    Unsettled(Generation generation, Explanation explanation) {
        this.generation = generation;
        this.explanation = explanation;
    }

    void take(List<IncomingEvent> batch) {
        var touched = new HashSet<String>();
        var free = new LinkedHashMap<String, List<IncomingEvent>>();
        for (var event : batch) {
            if (streams.containsKey(event.stream()) || explanation.discarded(event)) {
                hold(event);
                touched.add(event.stream());
            } else {
                free.computeIfAbsent(event.source(), _ -> new ArrayList<>()).add(event);
            }
        }
        free.forEach((source, events) -> {
            var handled = handle(source, events);
            for (var i = 0; i < events.size(); i++) {
                if (!isThrough(handled.get(i))) {
                    hold(events.get(i));
                    touched.add(events.get(i).stream());
                }
            }
        });
        touched.forEach(this::tryAgain);
    }

    private void hold(IncomingEvent event) {
        streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(event);
    }

    private List<HandlingResult> handle(String source, List<IncomingEvent> events) {
        var handler = generation.handlers().get(source);
        if (handler == null) {
            return events.stream().<HandlingResult>map(_ -> unknown()).toList();
        }
        var known = events.stream().filter(event -> isKnown(handler, event)).toList();
        var handled = handler.handle(known).iterator();
        return events.stream()
                .map(event -> isKnown(handler, event) ? handled.next() : unknown())
                .toList();
    }

    private static boolean isKnown(EventHandler handler, IncomingEvent event) {
        return handler.uses().contains(event.type()) || handler.ignores().contains(event.type());
    }

    private static HandlingResult unknown() {
        return new HandlingResult.Broken("not known here");
    }

    private void tryAgain(String stream) {
        var left = new ArrayList<>(streams.getOrDefault(stream, List.of()));
        left.sort(Comparator.comparingLong(IncomingEvent::position));
        while (!left.isEmpty() && settles(left.getFirst())) {
            left.removeFirst();
        }
        if (left.isEmpty()) {
            streams.remove(stream);
        } else {
            streams.put(stream, left);
        }
    }

    private boolean settles(IncomingEvent event) {
        var handler = generation.handlers().get(event.source());
        if (handler != null && explanation.discarded(event)) {
            handler.skip(event);
            return true;
        }
        return isThrough(handle(event.source(), List.of(event)).getFirst());
    }

    private static boolean isThrough(HandlingResult handling) {
        return handling.isSettled();
    }

    /**
     * Tries once more what is left.
     *
     * @throws IllegalStateException if a stream stands still that does not wait in the running service either
     */
    void mustBeExplained() {
        List.copyOf(streams.keySet()).forEach(this::tryAgain);
        var unexplained = new TreeSet<>(streams.keySet());
        unexplained.removeAll(explanation.waiting(streams.keySet()));
        if (!unexplained.isEmpty()) {
            throw new IllegalStateException(
                    "streams that cannot be rebuilt and are not waiting for anything: " + unexplained);
        }
    }
}
