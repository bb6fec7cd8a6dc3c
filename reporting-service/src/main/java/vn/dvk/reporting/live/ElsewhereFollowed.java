package vn.dvk.reporting.live;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.Elsewhere;
import vn.dvk.reporting.domain.fact.ModelIdentity;
import vn.dvk.reporting.domain.fact.Papers;
import vn.dvk.reporting.projection.CardDocuments;
import vn.dvk.reporting.projection.DecisionDocuments;

/**
 * What the replica knows of models that are replicated and of decisions that were corrected, kept current: whenever one of
 * those changes, the facts of other cards count otherwise. Of all others nothing is remembered and nothing is read.
 *
 * <p>Used by the follower's thread alone.
 */
final class ElsewhereFollowed {

    private final Map<String, ModelIdentity> sources = new HashMap<>();
    private final Map<String, Set<String>> replications = new HashMap<>();
    private final Map<String, List<Papers.Text>> papers = new HashMap<>();
    private @Nullable Elsewhere known;

    /** Everything anew, for the cards that are about to be read. */
    void begin(MongoCollection<Document> cards) {
        sources.clear();
        replications.clear();
        papers.clear();
        papers.putAll(Elsewhere.corrected(cards));
        known = null;
    }

    /** Remembers whose a replication's card is; told before its facts are. */
    void add(Collection<Document> ofReplications) {
        ofReplications.forEach(card -> replications
                .computeIfAbsent(String.valueOf(card.getString(CardDocuments.SOURCE)), _ -> new HashSet<>())
                .add(card.getString("_id")));
        known = null;
    }

    static boolean isOfReplication(Document card) {
        return card.containsKey(CardDocuments.SOURCE);
    }

    /**
     * Takes over what these cards say of others' facts.
     *
     * @param changed with {@code source}, {@code texts} and {@code corrected}, where they have them
     * @param resting the cards whose facts rest on a decision
     * @return ids of cards whose facts count otherwise from now on
     */
    Set<String> note(
            MongoCollection<Document> cards,
            Collection<Document> changed,
            Function<Collection<String>, List<String>> resting) {
        var others = new HashSet<String>();
        var models = new HashSet<String>();
        var ofReplications =
                changed.stream().filter(ElsewhereFollowed::isOfReplication).toList();
        add(ofReplications);
        for (var card : changed) {
            var id = card.getString("_id");
            if (replications.containsKey(id)) {
                models.add(id);
            }
            if (card.getString(CardDocuments.SOURCE) instanceof String source && !sources.containsKey(source)) {
                models.add(source);
            }
        }
        identify(cards, models, others);
        others.addAll(resting.apply(reread(changed)));
        return others;
    }

    private void identify(MongoCollection<Document> cards, Set<String> models, Set<String> others) {
        Elsewhere.identities(cards, models).forEach((model, identity) -> {
            if (!identity.isLike(sources.put(model, identity))) {
                others.addAll(replications.getOrDefault(model, Set.of()));
                known = null;
            }
        });
    }

    /** Decisions that read otherwise than they did. */
    private Set<String> reread(Collection<Document> changed) {
        var found = new HashSet<String>();
        for (var one : changed) {
            if (one.containsKey(DecisionDocuments.CORRECTED)) {
                var texts = DecisionDocuments.texts(one);
                if (!texts.equals(papers.put(one.getString("_id"), texts))) {
                    found.add(one.getString("_id"));
                    known = null;
                }
            }
        }
        return found;
    }

    /** Decisions that were corrected since {@link #begin}. */
    Set<String> reread(MongoCollection<Document> cards) {
        var found = new HashSet<String>();
        Elsewhere.corrected(cards).forEach((decision, texts) -> {
            if (!texts.equals(papers.put(decision, texts))) {
                found.add(decision);
                known = null;
            }
        });
        return found;
    }

    /** The identities of all sources that are known of. */
    void identify(MongoCollection<Document> cards) {
        sources.putAll(Elsewhere.identities(cards, replications.keySet()));
        known = null;
    }

    List<Document> told(Collection<Document> cards) {
        var now = known;
        if (now == null) {
            now = new Elsewhere(sources, new Papers(papers));
            known = now;
        }
        var elsewhere = now;
        return cards.stream().map(elsewhere::told).toList();
    }

    static Document fields() {
        return new Document("rev", 1)
                .append("facts", 1)
                .append(CardDocuments.SOURCE, 1)
                .append(DecisionDocuments.CORRECTED, 1)
                .append(DecisionDocuments.TEXTS, 1);
    }

    static Iterable<Document> read(MongoCollection<Document> cards, Collection<String> ids) {
        return cards.find(Filters.in("_id", ids)).projection(fields());
    }
}
