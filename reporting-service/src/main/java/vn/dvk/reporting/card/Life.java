package vn.dvk.reporting.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * A model's events in one order, whatever the order they arrived in: by recorded time, and within a stream always by
 * position, even where a clock was set back.
 */
public record Life(List<Moment> moments) {

    /** @param at when it was recorded; never before its predecessor in the same stream */
    public record Moment(Instant at, CardEvent event) {}

    private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::at)
            .thenComparing(moment -> moment.event().service())
            .thenComparing(moment -> moment.event().subject())
            .thenComparing(moment -> moment.event().position());

    public Life {
        moments = List.copyOf(moments);
    }

    public static Life of(Collection<CardEvent> events) {
        var byPosition = new ArrayList<>(events);
        byPosition.sort(Comparator.comparing(CardEvent::position));
        var latest = new HashMap<String, Instant>();
        var moments = new ArrayList<Moment>();
        for (var event : byPosition) {
            var stream = event.service() + '|' + event.subject();
            var at = latest.merge(stream, event.time(), (before, now) -> now.isBefore(before) ? before : now);
            moments.add(new Moment(at, event));
        }
        moments.sort(ORDER);
        return new Life(moments);
    }
}
