package vn.dvk.awards.store;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.kit.store.StoreErrors;

/**
 * Who has which place in the register of decisions: one document per place, whose {@code _id} is the place, so that of two
 * who want it at once one gets it, on every instance and every store.
 *
 * <p>A place is taken first and the decision written afterwards. What is left of somebody who did not get that far, or of a
 * number that was corrected, gives way after a minute.
 */
@Component
public class DecisionNumbers {

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final String DECISION = "decision";
    private static final String SINCE = "since";

    private final MongoCollection<Document> places;
    private final Clock clock;

    DecisionNumbers(MongoDatabase database, Clock clock) {
        this.places = database.getCollection("decision_numbers");
        this.clock = clock;
    }

    /**
     * @param stands whether the place is a decision's own by now
     * @return the decision that has the place afterwards: the given one, or another
     */
    public String take(String place, String decision, Predicate<String> stands) {
        var claim = new Document("_id", place).append(DECISION, decision).append(SINCE, Date.from(clock.instant()));
        try {
            places.insertOne(claim);
            return decision;
        } catch (MongoWriteException e) {
            if (!StoreErrors.isDuplicateKey(e)) {
                throw e;
            }
        }
        var found = places.find(Filters.eq("_id", place)).first();
        if (found == null) {
            return take(place, decision, stands);
        }
        var holder = found.getString(DECISION);
        if (holder.equals(decision) || stands.test(holder) || isRecent(found)) {
            return holder;
        }
        var same = Filters.and(Filters.eq("_id", place), Filters.eq(DECISION, holder));
        return places.replaceOne(same, claim).getMatchedCount() == 1 ? decision : take(place, decision, stands);
    }

    /** The place is free again, if it was the decision's. */
    public void leave(String place, String decision) {
        places.deleteOne(Filters.and(Filters.eq("_id", place), Filters.eq(DECISION, decision)));
    }

    private boolean isRecent(Document found) {
        return found.getDate(SINCE).toInstant().isAfter(clock.instant().minus(WITHIN));
    }
}
