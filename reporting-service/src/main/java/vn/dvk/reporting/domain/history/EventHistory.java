package vn.dvk.reporting.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * A model's events in one order, whatever the order they arrived in: by the time the log had them, and within a stream
 * always by position, even where a broker's clock was set back. The clocks of the services that recorded them do not
 * matter: what two of them say cannot be compared.
 */
public record EventHistory(List<TimedEvent> events) {

    /** What follows from what, should the log have had them in the same millisecond. */
    private static final List<String> CAUSES = List.of("registration", "evaluation", "awards");

    private static final Comparator<TimedEvent> ORDER = Comparator.comparing(TimedEvent::at)
            .thenComparing(timed -> CAUSES.indexOf(timed.event().service()))
            .thenComparing(timed -> timed.event().service())
            .thenComparing(timed -> timed.event().subject())
            .thenComparing(timed -> timed.event().position());

    public EventHistory {
        events = List.copyOf(events);
    }

    public static EventHistory of(Collection<CardEvent> events) {
        var byPosition = new ArrayList<>(events);
        byPosition.sort(Comparator.comparing(CardEvent::position));
        var latest = new HashMap<String, Instant>();
        var timed = new ArrayList<TimedEvent>();
        for (var event : byPosition) {
            var stream = event.service() + '|' + event.subject();
            var at = latest.merge(stream, event.appended(), (before, now) -> now.isBefore(before) ? before : now);
            timed.add(new TimedEvent(at, event));
        }
        timed.sort(ORDER);
        return new EventHistory(timed);
    }
}
