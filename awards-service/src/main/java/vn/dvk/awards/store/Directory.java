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
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.events.consumed.Programme;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.kit.envelope.Json;

/**
 * Units and programmes as the directory has stated them so far. One collection, by the directory's own subjects ({@code
 * unit:NA}, {@code programme:NA-2024}).
 */
@Component
public class Directory {

    public static final String UNIT = "unit";
    public static final String PROGRAMME = "programme";

    private final MongoCollection<Document> collection;
    private final LevelEndings levels;

    Directory(MongoDatabase database, LevelEndings levels) {
        this.collection = database.getCollection("directory");
        this.levels = levels;
    }

    public MongoCollection<Document> collection() {
        return collection;
    }

    /** What the given programmes allow, by code; those not heard of are missing. */
    public Map<String, ProgrammeRules> rules(Collection<String> programmes) {
        var found = new HashMap<String, ProgrammeRules>();
        read(PROGRAMME, programmes, Programme.class)
                .forEach(one -> found.put(
                        one.code(),
                        new ProgrammeRules(
                                Set.copyOf(one.levels()),
                                one.recognitionRequires() == Programme.Requirement.EVALUATED,
                                levels.endings())));
        return found;
    }

    /** What these programmes say of several forms, by code; those that leave it to the installation are missing. */
    public Map<String, SeveralForms> severalForms(Collection<String> programmes) {
        var found = new HashMap<String, SeveralForms>();
        read(PROGRAMME, programmes, Programme.class).forEach(one -> {
            if (one.severalForms() != null) {
                found.put(one.code(), one.severalForms());
            }
        });
        return found;
    }

    public boolean knowsProgramme(String code) {
        return !read(PROGRAMME, List.of(code), Programme.class).isEmpty();
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
