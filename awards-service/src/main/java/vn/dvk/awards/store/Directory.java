package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.events.consumed.Programme;
import vn.dvk.awards.events.consumed.Term;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.envelope.Json;

/**
 * Units, programmes and terms as the directory has stated them so far. One collection, by the directory's own subjects
 * ({@code unit:NA}, {@code programme:NA-2024}, {@code term:level:PROVINCE}).
 */
@Component
public class Directory {

    public static final String UNIT = "unit";
    public static final String PROGRAMME = "programme";
    public static final String TERM = "term";

    private final MongoCollection<Document> collection;

    Directory(MongoDatabase database) {
        this.collection = database.getCollection("directory");
    }

    public MongoCollection<Document> collection() {
        return collection;
    }

    /**
     * What the given programmes allow, by code; those not heard of are missing.
     *
     * @param allLevels those of the country
     */
    public Map<String, ProgrammeRules> rules(Collection<String> programmes, Vocabulary allLevels) {
        var found = new HashMap<String, ProgrammeRules>();
        read(PROGRAMME, programmes, Programme.class)
                .forEach(one -> found.put(
                        one.code(),
                        new ProgrammeRules(
                                Set.copyOf(one.levels()),
                                one.recognitionRequires() == Programme.Requirement.EVALUATED,
                                allLevels,
                                one.historicUntil())));
        return found;
    }

    /** The given programmes, by code; those not heard of are missing. */
    public Map<String, Programme> programmes(Collection<String> codes) {
        var found = new HashMap<String, Programme>();
        read(PROGRAMME, codes, Programme.class).forEach(one -> found.put(one.code(), one));
        return found;
    }

    public Optional<Programme> programme(String code) {
        return read(PROGRAMME, List.of(code), Programme.class).stream().findFirst();
    }

    public boolean knowsProgramme(String code) {
        return programme(code).isPresent();
    }

    /** The given units, by code; those not heard of are missing. */
    public Map<String, Unit> units(Collection<String> codes) {
        var found = new HashMap<String, Unit>();
        read(UNIT, codes, Unit.class).forEach(one -> found.put(one.code(), one));
        return found;
    }

    public Optional<Unit> unit(String code) {
        return read(UNIT, List.of(code), Unit.class).stream().findFirst();
    }

    /** All of them: for questions about the organisation as a whole. */
    public Stream<Unit> units() {
        var units = new ArrayList<Unit>();
        collection
                .find(Filters.exists(UNIT))
                .forEach(document -> units.add(Json.fromDocument(document.get(UNIT, Document.class), Unit.class)));
        return units.stream();
    }

    /** All of them: few, and found by their ids. */
    public List<Term> terms() {
        var terms = new ArrayList<Term>();
        collection
                .find(Filters.and(Filters.gte("_id", "term:"), Filters.lt("_id", "term;")))
                .forEach(document -> {
                    // Of one whose only event was given up, nothing is known but that.
                    if (document.get(TERM) instanceof Document term) {
                        terms.add(Json.fromDocument(term, Term.class));
                    }
                });
        return terms;
    }

    private <T> List<T> read(String what, Collection<String> codes, Class<T> type) {
        if (codes.isEmpty()) {
            return List.of();
        }
        var ids = codes.stream().distinct().map(code -> what + ":" + code).toList();
        var found = new ArrayList<T>();
        collection
                .find(ids.size() == 1 ? new Document("_id", ids.getFirst()) : Filters.in("_id", ids))
                .forEach(document -> found.add(Json.fromDocument(document.get(what, Document.class), type)));
        return found;
    }
}
