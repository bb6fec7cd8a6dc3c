package vn.dvk.service;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read a moment ago, where thousands of requests ask for the same few things. For no longer than a second,
 * because another instance may be the one that changes it; what this instance changes is to be {@link #forget forgotten}
 * at once. What was not found is asked for again.
 */
public final class Recently<V> {

    private static final long KEPT = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 10_000;

    private record Read<V>(V value, long at) {}

    private final Map<String, Read<V>> known = new ConcurrentHashMap<>();
    private final int most;

    public Recently() {
        this(MOST);
    }

    /** @param most of them in memory, for what is large */
    public Recently(int most) {
        this.most = most;
    }

    /** @param source asked once for all that are not known; leaves out what there is not */
    public Map<String, V> find(Collection<String> keys, Function<Set<String>, Map<String, V>> source) {
        var now = System.nanoTime(); // the answers may be as old as the question
        var found = new HashMap<String, V>();
        var missing = new HashSet<String>();
        for (var key : keys) {
            var before = known.get(key);
            if (before != null && now - before.at() < KEPT) {
                found.put(key, before.value());
            } else {
                missing.add(key);
            }
        }
        if (!missing.isEmpty()) {
            if (known.size() >= most) {
                known.clear();
            }
            source.apply(missing).forEach((key, value) -> {
                known.put(key, new Read<>(value, now));
                found.put(key, value);
            });
        }
        return found;
    }

    public void forget(Collection<String> keys) {
        keys.forEach(known::remove);
    }
}
