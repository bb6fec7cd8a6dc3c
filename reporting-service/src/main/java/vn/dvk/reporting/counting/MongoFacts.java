package vn.dvk.reporting.counting;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.fact.Papers;
import vn.dvk.reporting.projection.CardDocuments;

/** Facts from the cards of the read store, put together with what other cards say of them. Needs nothing else, and is slower. */
public final class MongoFacts implements FactQueries {

    private static final Set<Measure> OF_REPLICATIONS = Set.of(Measure.REPLICATION_STARTED, Measure.REPLICATED);
    private static final Set<Measure> RESTING = Set.of(Measure.RECOGNITIONS, Measure.AWARDED);
    private static final String PAPER = "facts." + Dimension.PAPER.code();

    private final Supplier<MongoCollection<Document>> cards;

    public MongoFacts(Supplier<MongoCollection<Document>> cards) {
        this.cards = cards;
    }

    @Override
    public List<Group> count(FactQuery query, List<Dimension> by, boolean distinct) {
        var key = new Document("measure", "$facts.measure");
        by.forEach(dimension -> key.append(dimension.code(), "$facts." + dimension.code()));
        var elsewhere = saidElsewhere(query);
        var stages = matching(query, by, elsewhere);
        if (distinct) {
            stages.add(new Document("$match", new Document("facts.model", new Document("$exists", true))));
            var withModel = new Document(key).append("distinct", "$facts.model");
            stages.add(new Document("$group", new Document("_id", withModel)));
            var again = new Document();
            key.keySet().forEach(field -> again.append(field, "$_id." + field));
            stages.add(group(again));
        } else {
            stages.add(group(key));
        }
        var groups = new ArrayList<Group>();
        cards.get().aggregate(stages).forEach(group -> groups.add(read(group, by)));
        return elsewhere.isNothing() ? groups : Asked.sum(groups, Asked.count(elsewhere.facts(), by, distinct));
    }

    private static Document group(Document key) {
        return new Document("$group", new Document("_id", key).append("n", new Document("$sum", 1)));
    }

    private static Group read(Document group, List<Dimension> by) {
        var id = group.get("_id", Document.class);
        var key = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : by) {
            var value = id.getString(dimension.code());
            if (value != null) {
                key.put(dimension, value);
            }
        }
        var measure = Measure.of(id.getString("measure")).orElseThrow();
        return new Group(measure, key, group.get("n", Number.class).longValue());
    }

    @Override
    public List<Fact> find(FactQuery query, @Nullable Place after, int limit) {
        var elsewhere = saidElsewhere(query);
        var stages = matching(query, List.of(), elsewhere);
        if (after != null) {
            var on = after.on().toString();
            stages.add(new Document(
                    "$match",
                    new Document(
                            "$or",
                            List.of(
                                    new Document("facts.on", new Document("$gt", on)),
                                    new Document("facts.on", on)
                                            .append("facts.id", new Document("$gt", after.id()))))));
        }
        stages.add(new Document("$sort", new Document("facts.on", 1).append("facts.id", 1)));
        stages.add(new Document("$limit", limit));
        var found = new ArrayList<Fact>();
        cards.get()
                .aggregate(stages)
                .forEach(one -> found.add(CardDocuments.readFact(one.get("facts", Document.class))));
        return Asked.first(
                found,
                elsewhere.facts().stream()
                        .filter(fact -> Asked.isAfter(fact, after))
                        .toList(),
                limit);
    }

    /**
     * Facts that count otherwise than they stand in their cards, as they count. No model has such facts in one card and
     * others of the same measure in another.
     *
     * @param sourced   whether those of replications are among them
     * @param decisions those that were corrected
     */
    private record SaidElsewhere(boolean sourced, Set<String> decisions, List<Fact> facts) {

        boolean isNothing() {
            return !sourced && decisions.isEmpty();
        }
    }

    private SaidElsewhere saidElsewhere(FactQuery query) {
        var sourced = query.measures().stream().anyMatch(OF_REPLICATIONS::contains);
        var corrected = query.measures().stream().anyMatch(RESTING::contains)
                ? Elsewhere.corrected(cards.get())
                : Map.<String, List<Papers.Text>>of();
        var which = new ArrayList<Document>();
        if (sourced) {
            which.add(new Document(CardDocuments.SOURCE, new Document("$exists", true)));
        }
        if (!corrected.isEmpty()) {
            which.add(new Document(PAPER, new Document("$in", List.copyOf(corrected.keySet()))));
        }
        var read = new ArrayList<Document>();
        for (var one : which) {
            cards.get()
                    .find(one)
                    .projection(new Document("facts", 1).append(CardDocuments.SOURCE, 1))
                    .into(read);
        }
        var elsewhere = Elsewhere.of(cards.get(), read, corrected);
        return new SaidElsewhere(
                sourced,
                corrected.keySet(),
                read.stream()
                        .flatMap(card -> elsewhere.facts(card).stream())
                        .filter(fact -> Asked.isMeant(query, fact))
                        .toList());
    }

    /** First the cards that may have such a fact, then exactly the facts. */
    private static List<Document> matching(FactQuery query, List<Dimension> by, SaidElsewhere elsewhere) {
        var measures = query.measures().stream().map(Measure::code).toList();
        var match = new Document("facts.measure", new Document("$in", measures));
        var exactly = new ArrayList<Document>();
        query.where().forEach((dimension, value) -> {
            if (value.equals(Dimension.NONE)) {
                exactly.add(new Document("facts." + dimension.code(), null));
            } else if (dimension != Dimension.MODEL) {
                match.append("facts." + dimension.code(), value);
            }
        });
        if (!query.under().isEmpty()) {
            exactly.add(new Document(
                    "$or", query.under().stream().map(MongoFacts::under).toList()));
        }
        if (query.targets() != null) {
            exactly.add(new Document("facts.target", new Document("$in", List.copyOf(query.targets()))));
        }
        var model = query.where().get(Dimension.MODEL);
        if (model != null) {
            exactly.add(either(new Document("facts.model", model), new Document("facts.name", model)));
        }
        var days = new Document("$lte", query.asOf().toString());
        if (query.from() != null) {
            days.append("$gte", query.from().toString());
        }
        exactly.add(new Document("facts.on", days));
        if (query.dueBefore() != null) {
            exactly.add(new Document(
                    "facts.due", new Document("$lt", query.dueBefore().toString())));
        }
        if (query.ownOnly(by)) {
            exactly.add(new Document("facts.via", null));
        }
        exactly.add(counts(query, query.known()));
        if (query.unlike() != null) {
            exactly.add(new Document("$nor", List.of(counts(query, query.unlike()))));
        }
        exactly.add(match);
        var stages = new ArrayList<Document>();
        var own = new Document(match);
        if (elsewhere.sourced()) {
            own.append(CardDocuments.SOURCE, new Document("$exists", false));
        }
        if (!elsewhere.decisions().isEmpty()) {
            own.append(PAPER, new Document("$nin", List.copyOf(elsewhere.decisions())));
        }
        stages.add(new Document("$match", own));
        stages.add(new Document("$project", new Document("facts", 1)));
        stages.add(new Document("$unwind", "$facts"));
        stages.add(new Document("$match", new Document("$and", exactly)));
        return stages;
    }

    private static Document under(Under one) {
        var conditions = new ArrayList<Document>();
        if (one.units() != null) {
            conditions.add(new Document("facts.unit", new Document("$in", List.copyOf(one.units()))));
        }
        var days = new Document();
        if (one.from() != null) {
            days.append("$gte", one.from().toString());
        }
        if (one.until() != null) {
            days.append("$lt", one.until().toString());
        }
        if (!days.isEmpty()) {
            // It is written down only where it is another day.
            var sameDay = new Document("facts.attributed", null).append("facts.on", days);
            conditions.add(either(new Document("facts.attributed", days), sameDay));
        }
        if (one.heirs() != null) {
            conditions.add(new Document("facts.heirs", one.heirs().isEmpty() ? null : one.heirs()));
        }
        return conditions.isEmpty() ? new Document() : new Document("$and", conditions);
    }

    /** What counts by a state of knowledge: it stands, and as far as was known it has not ended. */
    private static Document counts(FactQuery query, Moment known) {
        var conditions = new ArrayList<Document>();
        var at = known.at() == null ? null : Date.from(known.at());
        if (at == null) {
            conditions.add(new Document("facts.knownTo", null));
        } else {
            conditions.add(new Document("facts.knownFrom", new Document("$lte", at)));
            conditions.add(either(
                    new Document("facts.knownTo", null), new Document("facts.knownTo", new Document("$gt", at))));
        }
        if (query.valid()) {
            var goesOn = new ArrayList<Document>();
            goesOn.add(new Document("facts.until", null));
            goesOn.add(
                    new Document("facts.until", new Document("$gt", query.asOf().toString())));
            if (at != null) {
                goesOn.add(new Document("facts.untilKnown", new Document("$gt", at)));
            }
            conditions.add(new Document("$or", goesOn));
        }
        return new Document("$and", conditions);
    }

    private static Document either(Document one, Document other) {
        return new Document("$or", List.of(one, other));
    }
}
