package vn.dvk.kit.intake;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.dvk.kit.intake.WaitingRoom.Verdict;
import vn.dvk.kit.intake.WaitingRoom.Why;

/**
 * When this instance looks at which waiting stream again: in memory, so that nobody scans the room every second. A few
 * words per stream; the room itself is read again when partitions move.
 */
final class WaitingSchedule {

    private record Entry(Instant nextTry, String id, Why why, String awaits) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> byTime =
            new TreeSet<>(java.util.Comparator.comparing(Entry::nextTry).thenComparing(Entry::id));
    private final Map<String, Set<String>> byAwaited = new HashMap<>();
    private final Map<Why, Long> counts = new EnumMap<>(Why.class);

    synchronized void put(String id, Verdict verdict) {
        put(new Entry(verdict.nextTry(), id, verdict.why(), verdict.awaits()));
    }

    private void put(Entry entry) {
        remove(entry.id());
        entries.put(entry.id(), entry);
        counts.merge(entry.why(), 1L, Long::sum);
        // What is parked is a person's, unless somebody says otherwise.
        if (entry.why() != Why.PARKED || entry.nextTry().equals(Instant.EPOCH)) {
            byTime.add(entry);
        }
        if (!entry.awaits().isEmpty()) {
            byAwaited
                    .computeIfAbsent(entry.awaits(), _ -> new LinkedHashSet<>())
                    .add(entry.id());
        }
    }

    synchronized void remove(String id) {
        var entry = entries.remove(id);
        if (entry != null) {
            counts.merge(entry.why(), -1L, Long::sum);
            byTime.remove(entry);
            byAwaited.computeIfPresent(entry.awaits(), (_, ids) -> {
                ids.remove(id);
                return ids.isEmpty() ? null : ids;
            });
        }
    }

    synchronized void clear() {
        entries.clear();
        byTime.clear();
        byAwaited.clear();
        counts.clear();
    }

    /** Those whose time has come, the longest overdue first. */
    synchronized List<String> due(Instant now, int limit) {
        return byTime.stream()
                .takeWhile(entry -> !entry.nextTry().isAfter(now))
                .limit(limit)
                .map(Entry::id)
                .toList();
    }

    /** What is awaited has come: those that waited for it are due at once. */
    synchronized void wake(String awaited) {
        for (var id : List.copyOf(byAwaited.getOrDefault(awaited, Set.of()))) {
            hurry(id);
        }
    }

    synchronized void hurry(String id) {
        var entry = entries.get(id);
        if (entry != null) {
            put(new Entry(Instant.EPOCH, id, entry.why(), entry.awaits()));
        }
    }

    synchronized long count(Why why) {
        return counts.getOrDefault(why, 0L);
    }
}
