package vn.dvk.reporting.projection.rebuild;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.RawBsonDocument;
import vn.dvk.reporting.projection.FirstKnown;
import vn.dvk.reporting.projection.Generation;
import vn.dvk.reporting.projection.rebuild.Differences.Difference;
import vn.dvk.reporting.projection.rebuild.Differences.Kind;

/**
 * Holds two generations against each other, document by document, while events go into both.
 *
 * <p>Documents that have seen the same events must say the same, but that the one that is read may know some from earlier
 * records, which the log has lost: then the rebuilt one takes their times over ({@link FirstKnown}). Where the rebuilt one has seen fewer, the log is read
 * on to its end: everything that was seen is there, so what is missing even then the log has lost.
 */
final class Comparison {

    private static final int AT_ONCE = 500;
    /** A document that events keep coming for is looked at a few times, to catch both copies at the same position. */
    private static final int LOOKS = 5;

    private final Runnable sign;
    private final Runnable catchUp;
    private final List<Difference> first = new ArrayList<>();
    private long count;

    /**
     * @param sign    called now and then, to show that it goes on
     * @param catchUp reads the log to its end into the rebuilt generation
     */
    Comparison(Runnable sign, Runnable catchUp) {
        this.sign = sign;
        this.catchUp = catchUp;
    }

    Optional<Differences> between(Generation read, Generation rebuilt) {
        compare(read.cards(), rebuilt.cards());
        compare(read.directory(), rebuilt.directory());
        return count == 0 ? Optional.empty() : Optional.of(new Differences(count, first));
    }

    private void compare(MongoCollection<Document> read, MongoCollection<Document> rebuilt) {
        var behind = new LinkedHashMap<String, Map<String, Long>>();
        var ids = new ArrayList<String>();
        for (var document : read.withTimeout(1, TimeUnit.HOURS).find().projection(new Document("_id", 1))) {
            ids.add(document.getString("_id"));
            if (ids.size() == AT_ONCE) {
                behind.putAll(compare(read, rebuilt, ids));
                ids.clear();
            }
        }
        behind.putAll(compare(read, rebuilt, ids));
        if (!behind.isEmpty()) {
            catchUp.run();
            noteWhatTheLogHasLost(rebuilt, behind);
        }
        Collection<String> moving = behind.keySet();
        for (var look = 0; look < LOOKS && !moving.isEmpty(); look++) {
            moving = compare(read, rebuilt, moving).keySet();
        }
    }

    private void noteWhatTheLogHasLost(
            MongoCollection<Document> rebuilt, LinkedHashMap<String, Map<String, Long>> behind) {
        var there = byId(rebuilt, behind.keySet());
        for (var one = behind.entrySet().iterator(); one.hasNext(); ) {
            var card = one.next();
            var other = there.get(card.getKey());
            if (other == null || other.isBehind(card.getValue())) {
                note(card.getKey(), Kind.BEHIND);
                one.remove();
            }
        }
    }

    /** @return those that the rebuilt generation has seen less of, with what the other had seen */
    private Map<String, Map<String, Long>> compare(
            MongoCollection<Document> read, MongoCollection<Document> rebuilt, Collection<String> ids) {
        sign.run();
        var behind = new LinkedHashMap<String, Map<String, Long>>();
        // In this order an event that comes meanwhile makes the rebuilt one look behind, never ahead by mistake.
        var there = byId(rebuilt, ids);
        byId(read, ids).forEach((id, document) -> {
            var other = there.get(id);
            if (other == null || other.isBehind(document.seen())) {
                behind.put(id, document.seen());
            } else if (other.seen().equals(document.seen()) && !other.saysTheSameAs(document)) {
                switch (takeOver(document, other, rebuilt)) {
                    case SAME -> {}
                    case OTHER -> note(id, Kind.CONTENT);
                    case MOVED -> behind.put(id, document.seen());
                }
            }
        });
        return behind;
    }

    /** What becomes of two documents that have seen the same and do not say the same. */
    private enum After {
        SAME,
        OTHER,
        /** Somebody else has written the rebuilt one meanwhile. */
        MOVED
    }

    private static After takeOver(AsStored read, AsStored other, MongoCollection<Document> rebuilt) {
        var document = other.decoded();
        if (!FirstKnown.takeOver(read.decoded(), document)) {
            return After.OTHER;
        }
        var rev = document.get("rev", Number.class).longValue();
        document.put("rev", rev + 1);
        var guard = Filters.and(Filters.eq("_id", read.id()), Filters.eq("rev", rev));
        if (rebuilt.replaceOne(guard, document).getMatchedCount() == 0) {
            return After.MOVED;
        }
        return ContentHash.of(document).equals(ContentHash.of(read.decoded())) ? After.SAME : After.OTHER;
    }

    private static Map<String, AsStored> byId(MongoCollection<Document> collection, Collection<String> ids) {
        var found = new HashMap<String, AsStored>();
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.in("_id", ids), RawBsonDocument.class)
                    .map(AsStored::of)
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    private void note(String id, Kind kind) {
        count++;
        if (first.size() < Differences.SHOWN) {
            first.add(new Difference(id, kind));
        }
    }
}
