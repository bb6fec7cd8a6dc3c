package vn.dvk.reporting.projection.rebuild;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.WaitingRoom;

/**
 * Where streams wait while a generation is built: in memory, because the log has their events, and for one instance
 * only. A head's id is its stream's name.
 */
final class MemoryWaitingRoom implements WaitingRoom {

    private static final class Place {
        private final IncomingEvent first;
        private final Instant since = Instant.now();
        private final TreeMap<String, IncomingEvent> events = new TreeMap<>();
        private Verdict verdict;
        private int attempts;

        Place(Held held) {
            first = held.events().getFirst();
            verdict = held.verdict();
        }

        Head head() {
            return new Head(
                    first.stream(),
                    "",
                    first.stream(),
                    first.topic(),
                    first.partition(),
                    verdict.why(),
                    verdict.reason(),
                    verdict.awaits(),
                    since,
                    attempts,
                    verdict.nextTry(),
                    List.copyOf(events.keySet()));
        }
    }

    private final Map<String, Place> places = new LinkedHashMap<>();

    List<Head> all() {
        return places.values().stream().map(Place::head).toList();
    }

    @Override
    public Map<String, Head> of(Collection<String> streams) {
        return find(streams);
    }

    @Override
    public Map<String, Head> find(Collection<String> ids) {
        var found = new LinkedHashMap<String, Head>();
        for (var id : ids) {
            var place = places.get(id);
            if (place != null) {
                found.put(id, place.head());
            }
        }
        return found;
    }

    @Override
    public void forEach(Consumer<Head> head) {
        all().forEach(head);
    }

    @Override
    public List<Head> page(String after, int limit) {
        return new TreeMap<>(places)
                .tailMap(after, false).values().stream()
                        .limit(limit)
                        .map(Place::head)
                        .toList();
    }

    /** All of them are at hand: the limit of bytes is for what has to be fetched. */
    @Override
    public Map<String, List<IncomingEvent>> events(Collection<Head> heads, int most, long bytes) {
        var found = new LinkedHashMap<String, List<IncomingEvent>>();
        for (var head : heads) {
            var place = places.get(head.id());
            if (place != null) {
                found.put(head.id(), place.events.values().stream().limit(most).toList());
            }
        }
        return found;
    }

    @Override
    public Collection<Head> hold(List<Held> held) {
        var heads = new ArrayList<Head>();
        for (var one : held) {
            var place = places.computeIfAbsent(one.stream(), _ -> new Place(one));
            // What comes again is what has come: it was known when it came first.
            one.events().forEach(event -> place.events.putIfAbsent(WaitingRoom.nameOf(event), event));
            heads.add(place.head());
        }
        return heads;
    }

    @Override
    public Set<String> settle(List<Settled> settled) {
        for (var one : settled) {
            var place = places.get(one.before().id());
            if (place != null) {
                one.done().forEach(place.events::remove);
                place.verdict = one.verdict();
                place.attempts++;
                if (place.events.isEmpty()) {
                    places.remove(one.before().id());
                }
            }
        }
        return Set.of();
    }

    /** The running service has kept it. */
    @Override
    public void keepDiscarded(IncomingEvent event, String by, String why) {}
}
