package vn.dvk.registration.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.kit.store.StoreErrors;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/**
 * Lets one at a time write what has to fit together over many streams, over all instances of the service: two moves, each
 * right by itself, could otherwise make a circle. Whoever does not come back loses the turn after a while.
 */
@Component
public class OneAtATime {

    private static final Duration TURN = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final MongoCollection<Document> turns;

    OneAtATime(MongoDatabase database) {
        this.turns = database.getCollection("turns");
    }

    /**
     * @param what named the same by everybody who must not do it at the same time
     * @throws Refused as too busy, if it is never this one's turn
     */
    public <T> T carryOut(String what, Supplier<T> work) {
        var me = UUID.randomUUID().toString();
        var last = Instant.now().plus(PATIENCE);
        while (!mayBegin(what, me)) {
            if (Instant.now().isAfter(last)) {
                throw new Refused(WebReason.TOO_BUSY);
            }
            LockSupport.parkNanos(PAUSE);
        }
        try {
            return work.get();
        } finally {
            turns.updateOne(
                    Filters.and(Filters.eq("_id", what), Filters.eq("by", me)), Updates.set("until", new Date(0)));
        }
    }

    /** If another's turn lasts, nothing matches, and there cannot be a second document. */
    private boolean mayBegin(String what, String me) {
        var now = Instant.now();
        try {
            turns.updateOne(
                    Filters.and(Filters.eq("_id", what), Filters.lt("until", Date.from(now))),
                    Updates.combine(Updates.set("by", me), Updates.set("until", Date.from(now.plus(TURN)))),
                    new UpdateOptions().upsert(true));
            return true;
        } catch (MongoException e) {
            if (StoreErrors.isDuplicateKey(e) || StoreErrors.isConflict(e)) {
                return false;
            }
            throw e;
        }
    }
}
