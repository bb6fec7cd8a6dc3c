package vn.dvk.registration.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Codes people can read and say over the telephone: {@code NA-2024/0042}. Numbers are given out once and may have
 * holes: a number that was given to a request that failed is not given again.
 */
@Component
public class Codes {

    private final MongoCollection<Document> counters;

    Codes(MongoDatabase database) {
        this.counters = database.getCollection("code_counters");
    }

    /** Gives out several at once. */
    public Range take(String programme, int count) {
        var after = Objects.requireNonNull(counters.findOneAndUpdate(
                new Document("_id", programme),
                new Document("$inc", new Document("last", (long) count)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return new Range(programme, after.get("last", Number.class).longValue() - count);
    }

    /** Consecutive numbers of one programme. */
    public static final class Range {

        private final String programme;
        private long last;

        Range(String programme, long last) {
            this.programme = programme;
            this.last = last;
        }

        public String next() {
            last++;
            return String.format(Locale.ROOT, "%s/%04d", programme, last);
        }
    }
}
