package vn.dvk.reporting.projection.rebuild;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.WaitingRoom.Head;

/**
 * Sees the log's events through into a generation that is being built: the same intake as the running service's, with a
 * waiting room of its own, and with what a person has given up passed over.
 */
final class RebuildIntake {

    private final KnownTrouble trouble;
    private final Runnable after;
    private final MemoryWaitingRoom room = new MemoryWaitingRoom();
    private final Intake intake;

    /** @param after every batch */
    RebuildIntake(Collection<EventHandler> handlers, KnownTrouble trouble, Runnable after) {
        this.trouble = trouble;
        this.after = after;
        var careful = handlers.stream()
                .distinct()
                .<EventHandler>map(handler -> new WithoutDiscarded(handler, trouble))
                .toList();
        // Of its own meters: nobody is to be told twice what is parked.
        this.intake = new Intake("rebuild", careful, room, new SimpleMeterRegistry());
    }

    void accept(List<IncomingEvent> batch) {
        intake.accept(batch);
        after.run();
    }

    /** @throws IllegalStateException if a stream stands still that does not wait in the running service either */
    void mustBeSettled() {
        trouble.lookAgain();
        for (long before = Long.MAX_VALUE, left = waiting(); left < before; before = left, left = waiting()) {
            intake.retry(room.all());
        }
        var unexplained = new TreeSet<>(room.all().stream().map(Head::stream).toList());
        unexplained.removeAll(trouble.waiting(unexplained));
        if (!unexplained.isEmpty()) {
            throw new IllegalStateException(
                    "streams that cannot be rebuilt and are not waiting for anything: " + unexplained);
        }
    }

    private long waiting() {
        return room.all().stream().mapToLong(head -> head.events().size()).sum();
    }

    private record WithoutDiscarded(EventHandler handler, KnownTrouble trouble) implements EventHandler {

        @Override
        public Set<String> sources() {
            return handler.sources();
        }

        @Override
        public Set<String> uses() {
            return handler.uses();
        }

        @Override
        public Set<String> ignores() {
            return handler.ignores();
        }

        @Override
        public boolean passesOver(IncomingEvent event) {
            return trouble.discarded(event);
        }

        @Override
        public boolean latestWins() {
            return handler.latestWins();
        }

        @Override
        public void skip(IncomingEvent event) {
            handler.skip(event);
        }

        /** All together, as nearly always, or one by one, of each stream as far as it gets. */
        @Override
        public List<HandlingResult> handle(List<IncomingEvent> events) {
            if (events.stream().noneMatch(trouble::discarded)) {
                return handler.handle(events);
            }
            var stopped = new HashSet<String>();
            var results = new ArrayList<HandlingResult>();
            for (var event : events) {
                var result = stopped.contains(event.stream())
                        ? new HandlingResult.Awaiting("an earlier event of its stream")
                        : handleAlone(event);
                results.add(result);
                if (!result.isSettled()) {
                    stopped.add(event.stream());
                }
            }
            return results;
        }

        private HandlingResult handleAlone(IncomingEvent event) {
            if (trouble.discarded(event)) {
                handler.skip(event);
                return new HandlingResult.Ignored();
            }
            return handler.handle(List.of(event)).getFirst();
        }
    }
}
