package vn.dvk.reporting.counting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Facts;
import vn.dvk.reporting.domain.fact.ModelIdentity;
import vn.dvk.reporting.domain.fact.Papers;
import vn.dvk.reporting.projection.CardDocuments;
import vn.dvk.reporting.projection.DecisionDocuments;

/**
 * What is said of some facts in other cards than their own: of those of a replication in the source model's card, of those
 * that rest on a decision in the decision's. A card's facts follow from its own events alone, so the two are put together
 * when facts are counted, and no event has to look for other cards.
 *
 * @param sources identities of models that are replicated
 * @param papers  decisions that were corrected
 */
public record Elsewhere(Map<String, ModelIdentity> sources, Papers papers) {

    private static final int AT_ONCE = 500;

    public Elsewhere {
        sources = Map.copyOf(sources);
    }

    /** The card's facts as they count. */
    public List<Fact> facts(Document card) {
        return tell(card, CardDocuments.facts(card));
    }

    private List<Fact> tell(Document card, List<Fact> facts) {
        var source = card.getString(CardDocuments.SOURCE);
        if (source == null) {
            return papers.of(facts);
        }
        var identity = sources.get(source);
        return identity == null ? facts : identity.of(facts);
    }

    /** The card with its facts as they count; the card itself where they are told as they stand. */
    public Document told(Document card) {
        var isSaidElsewhere = card.containsKey(CardDocuments.SOURCE)
                || !papers.texts().isEmpty()
                        && CardDocuments.facts(card).stream().anyMatch(papers::concerns);
        return isSaidElsewhere
                ? new Document(card)
                        .append(
                                "facts",
                                facts(card).stream().map(CardDocuments::write).toList())
                : card;
    }

    /** Identities of these models; those that nothing is known of are missing. */
    public static Map<String, ModelIdentity> identities(MongoCollection<Document> cards, Collection<String> models) {
        var found = new HashMap<String, ModelIdentity>();
        var all = List.copyOf(models);
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            cards.find(Filters.in("_id", all.subList(from, Math.min(all.size(), from + AT_ONCE))))
                    .projection(new Document("events", 1))
                    .forEach(card -> found.put(card.getString("_id"), Facts.identity(CardDocuments.history(card))));
        }
        return found;
    }

    /** Decisions that were corrected, of all there are: few. */
    public static Map<String, List<Papers.Text>> corrected(MongoCollection<Document> cards) {
        var found = new HashMap<String, List<Papers.Text>>();
        cards.find(Filters.eq(DecisionDocuments.CORRECTED, true))
                .forEach(one -> found.put(one.getString("_id"), DecisionDocuments.texts(one)));
        return found;
    }

    /** For cards that have been read. */
    static Elsewhere of(
            MongoCollection<Document> cards, Collection<Document> read, Map<String, List<Papers.Text>> corrected) {
        var models = new ArrayList<String>();
        read.forEach(card -> {
            if (card.getString(CardDocuments.SOURCE) instanceof String source) {
                models.add(source);
            }
        });
        return new Elsewhere(identities(cards, models.stream().distinct().toList()), new Papers(corrected));
    }
}
