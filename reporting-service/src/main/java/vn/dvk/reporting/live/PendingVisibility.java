package vn.dvk.reporting.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.SourcePosition;
import vn.dvk.reporting.events.ConsumedTypes;

/**
 * Events that are known to be under way, by the document they will be seen in. Used by one thread.
 *
 * <p>An event that does not show up, because its stream waits for a person, is looked for ever more seldom.
 */
final class PendingVisibility {

    /** Time for another instance to write it. */
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    /**
     * What this instance writes itself it says, so nobody needs to look for it unless it has forgotten, or knew it already.
     * When much comes at once it is some seconds behind, and looking would only hold it up.
     */
    private static final long OWN_PAUSE = TimeUnit.SECONDS.toNanos(5);

    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final int REMEMBERED = 20_000;

    /** @param directory whether it is a unit, programme or term, and not a card */
    record Where(boolean directory, String id) {

        static Where of(IncomingEvent event) {
            return ConsumedTypes.isOfDirectory(event)
                    ? new Where(true, event.subject())
                    : new Where(false, ConsumedTypes.cardOf(event));
        }
    }

    /** More are remembered by their place only: what is shown of them when they become visible is their numbers. */
    private static final int WHOLE = 2_000;

    /**
     * One event that is under way.
     *
     * @param number counted from 0, in the order in which they were added
     * @param event  absent if too many are
     */
    record Pending(
            long number,
            String id,
            SourcePosition place,
            @Nullable IncomingEvent event) {}

    private static final class Wait {
        private final List<Pending> events = new ArrayList<>();
        private long pause = OWN_PAUSE;
        private long next = System.nanoTime() + OWN_PAUSE;

        void within(long nanos) {
            pause = Math.min(pause, nanos);
            next = Math.min(next, System.nanoTime() + nanos);
        }
    }

    private int size;
    private long added;
    private final Map<Where, Wait> waits = new LinkedHashMap<>();
    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    void add(IncomingEvent event) {
        add(event, false);
    }

    /** @param own whether this instance is the one that will write it */
    void add(IncomingEvent event, boolean own) {
        if (!seen.containsKey(event.id())) {
            var wait = waits.computeIfAbsent(Where.of(event), _ -> new Wait());
            if (wait.events.stream().noneMatch(one -> one.id().equals(event.id()))) {
                var place = event.place(Where.of(event).id(), SourcePosition.FollowMode.GAPLESS);
                wait.events.add(new Pending(added++, event.id(), place, size < WHOLE ? event : null));
                size++;
            }
            wait.within(own ? OWN_PAUSE : FIRST_PAUSE);
        }
    }

    /** How many events are under way. */
    int size() {
        return size;
    }

    /** How many events have been added so far, visible by now or not. */
    long added() {
        return added;
    }

    /** The number of the first that was added and is not visible yet; that of the next one if all are. */
    long oldest() {
        return waits.values().stream()
                .flatMap(wait -> wait.events.stream())
                .mapToLong(Pending::number)
                .min()
                .orElse(added);
    }

    /** Where to look now, at most so many places. */
    List<Where> due(int most) {
        var now = System.nanoTime();
        return waits.entrySet().stream()
                .filter(one -> one.getValue().next - now <= 0)
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    /**
     * @param document what is there now, with what it has {@code seen}; absent if nothing is
     * @return events that have become visible there
     */
    List<IncomingEvent> settle(Where where, @Nullable Document document) {
        var wait = waits.get(where);
        if (wait == null) {
            return List.of();
        }
        var passed = document == null ? null : document.get("seen", Document.class);
        var visible = new ArrayList<IncomingEvent>();
        wait.events.removeIf(pending -> {
            var reached = pending.place().position() <= pending.place().lastSeen(passed);
            if (reached) {
                size--;
                seen.put(pending.id(), true);
                if (pending.event() != null) {
                    visible.add(pending.event());
                }
            }
            return reached;
        });
        if (wait.events.isEmpty()) {
            waits.remove(where);
        } else {
            wait.next = System.nanoTime() + wait.pause;
            wait.pause = Math.min(LONGEST_PAUSE, wait.pause * 2);
        }
        return visible;
    }

    /** When the next look is due, in nanoseconds from now; the longest pause if nothing is awaited. */
    long untilNext() {
        var now = System.nanoTime();
        return waits.values().stream()
                .mapToLong(wait -> Math.max(0, wait.next - now))
                .min()
                .orElse(LONGEST_PAUSE);
    }
}
