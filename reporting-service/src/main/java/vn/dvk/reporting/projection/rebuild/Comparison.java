package vn.dvk.reporting.projection.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.projection.Generation;
import vn.dvk.reporting.projection.rebuild.Differences.Difference;
import vn.dvk.reporting.projection.rebuild.Differences.Kind;

/**
 * Holds two generations against each other, document by document, while events go into both.
 *
 * <p>Documents that have seen the same events must say the same. Where the rebuilt one has seen fewer, it is given a
 * moment, because the intake writes it second; if it does not catch up, the log lacks what the read store has.
 */
final class Comparison {

    private static final int AT_ONCE = 500;
    private static final int LOOKS = 25;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Runnable sign;
    private final List<Difference> first = new ArrayList<>();
    private long count;

    /** @param sign called now and then, to show that it goes on */
    Comparison(Runnable sign) {
        this.sign = sign;
    }

    Optional<Differences> between(Generation read, Generation rebuilt) {
        compare(read.cards(), rebuilt.cards());
        compare(read.directory(), rebuilt.directory());
        return count == 0 ? Optional.empty() : Optional.of(new Differences(count, first));
    }

    private void compare(MongoCollection<Document> read, MongoCollection<Document> rebuilt) {
        var behind = new LinkedHashSet<String>();
        var ids = new ArrayList<String>();
        for (var document : read.withTimeout(1, TimeUnit.HOURS).find().projection(new Document("_id", 1))) {
            ids.add(document.getString("_id"));
            if (ids.size() == AT_ONCE) {
                behind.addAll(compare(read, rebuilt, ids));
                ids.clear();
            }
        }
        behind.addAll(compare(read, rebuilt, ids));
        for (var look = 0; look < LOOKS && !behind.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            behind.retainAll(compare(read, rebuilt, behind));
        }
        behind.forEach(id -> note(id, Kind.BEHIND));
    }

    /** @return those that the rebuilt generation has seen less of */
    private Set<String> compare(
            MongoCollection<Document> read, MongoCollection<Document> rebuilt, Collection<String> ids) {
        sign.run();
        var behind = new LinkedHashSet<String>();
        // In this order an event that comes meanwhile makes the rebuilt one look behind, never ahead by mistake.
        var there = byId(rebuilt, ids);
        byId(read, ids).forEach((id, document) -> {
            var other = there.get(id);
            if (isBehind(other, document)) {
                behind.add(id);
            } else if (other != null
                    && seen(other).equals(seen(document))
                    && !ContentHash.of(other).equals(ContentHash.of(document))) {
                note(id, Kind.CONTENT);
            }
        });
        return behind;
    }

    private static Map<String, Document> byId(MongoCollection<Document> collection, Collection<String> ids) {
        var found = new HashMap<String, Document>();
        if (!ids.isEmpty()) {
            collection.find(Filters.in("_id", ids)).forEach(one -> found.put(one.getString("_id"), one));
        }
        return found;
    }

    private static boolean isBehind(@Nullable Document rebuilt, Document read) {
        var there = rebuilt == null ? Map.<String, Long>of() : seen(rebuilt);
        return seen(read).entrySet().stream()
                .anyMatch(stream -> there.getOrDefault(stream.getKey(), 0L) < stream.getValue());
    }

    /** The last position of every source stream. */
    private static Map<String, Long> seen(Document document) {
        var positions = new HashMap<String, Long>();
        document.get("seen", new Document()).forEach((stream, place) -> {
            if (place instanceof Document seen) {
                positions.put(stream, seen.get("n", Number.class).longValue());
            }
        });
        return positions;
    }

    private void note(String id, Kind kind) {
        count++;
        if (first.size() < Differences.SHOWN) {
            first.add(new Difference(id, kind));
        }
    }
}
