package vn.dvk.reporting.claims;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.domain.claim.Statement;

/** Claims as they were entered, for who reads them. */
@Component
public class KeptClaims {

    static final String COLLECTION = "claims";

    private final MongoCollection<Document> collection;

    KeptClaims(MongoDatabase database) {
        this.collection = database.getCollection(COLLECTION);
    }

    public record Kept(String claim, Statement statement) {}

    public Optional<Kept> find(String claim) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", claim)).first())
                .filter(one -> one.get("view") instanceof Document view && view.containsKey("programme"))
                .map(KeptClaims::kept);
    }

    /**
     * By id.
     *
     * @param after the last one that is known already
     */
    public List<Kept> of(String programme, @Nullable String after, int most) {
        var some = Filters.eq("view.programme", programme);
        var found = new ArrayList<Kept>();
        collection
                .find(after == null ? some : Filters.and(some, Filters.gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .forEach(one -> found.add(kept(one)));
        return found;
    }

    private static Kept kept(Document one) {
        return new Kept(one.getString("_id"), Json.fromDocument(one.get("view", Document.class), Statement.class));
    }
}
