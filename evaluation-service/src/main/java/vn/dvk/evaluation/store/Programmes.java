package vn.dvk.evaluation.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.events.consumed.Programme;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.Json;
import vn.dvk.service.Recently;

/**
 * The programmes as the directory last told them.
 *
 * <p>Thousands of models of one programme may be registered at once, so what was read is kept in memory for a moment.
 * No longer, because another instance may be the one that hears of a change. Within that moment nobody can tell whether
 * a model was registered before or after it: programmes and models come by different topics.
 */
public class Programmes {

    private static final String SUBJECT = "programme:";
    private static final String MOVED = "moved";

    /** What is said by being there: what is not said any more must not stay. */
    private static final List<String> OPTIONAL = List.of("reportRhythm", "historic", "reason");

    private final MongoCollection<Document> collection;
    private final Recently<Programme> recent = new Recently<>();

    Programmes(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    public Optional<Programme> find(String code) {
        return Optional.ofNullable(recent.find(Set.of(code), this::read).get(code));
    }

    /**
     * Programmes of the past with their cut-offs: they are few, and looked for only where something is missing.
     *
     * @param paper of what is told on that day; null: none
     */
    public Historic historic(Day on, @Nullable Paper paper) {
        if (Historic.missing(on, "", paper).isEmpty()) {
            return Historic.NONE;
        }
        var cutOffs = new HashMap<String, LocalDate>();
        collection
                .find(Filters.eq("historic", true))
                .projection(Projections.include("code", "cutOff"))
                .forEach(document ->
                        cutOffs.put(document.getString("code"), LocalDate.parse(document.getString("cutOff"))));
        return new Historic(cutOffs);
    }

    /**
     * A programme whose steps have other deadlines than before.
     *
     * @param reason   why; null: the programme does not say
     * @param followed whether open processes have them by now
     */
    public record Moved(
            Programme programme, Instant since, @Nullable String reason, boolean followed) {}

    /** What the directory says now; that deadlines have moved by it is kept beside, for whoever moves those of processes. */
    public static void state(Document document, Programme now, Instant at) {
        var before = document.containsKey("code") ? Json.fromDocument(document, Programme.class) : null;
        OPTIONAL.forEach(document::remove);
        document.putAll(Json.toDocument(now));
        if (before != null && !deadlines(before).equals(deadlines(now))) {
            var moved = new Document("since", Date.from(at)).append("followed", false);
            if (now.reason() != null) {
                moved.append("reason", now.reason());
            }
            document.put(MOVED, moved);
        }
    }

    private record Deadline(
            String step,
            @Nullable Integer dueDays,
            @Nullable LocalDate due) {}

    private static List<Deadline> deadlines(Programme programme) {
        return programme.steps().stream()
                .map(step -> new Deadline(step.code(), step.dueDays(), step.due()))
                .toList();
    }

    /** Those of which open processes may not have all yet. */
    public List<Moved> moved() {
        var found = new ArrayList<Moved>();
        collection.find(Filters.exists(MOVED)).forEach(document -> {
            var moved = document.get(MOVED, Document.class);
            found.add(new Moved(
                    Json.fromDocument(document, Programme.class),
                    moved.getDate("since").toInstant(),
                    moved.getString("reason"),
                    moved.getBoolean("followed", false)));
        });
        return found;
    }

    /**
     * Processes have these deadlines now, unless they have moved again meanwhile.
     *
     * @param settled whether nobody can have opened one by what was there before
     */
    public void followed(Moved moved, boolean settled) {
        collection.updateOne(
                Filters.and(
                        Filters.eq("_id", SUBJECT + moved.programme().code()),
                        Filters.eq(MOVED + ".since", Date.from(moved.since()))),
                Updates.combine(
                        settled ? Updates.unset(MOVED) : Updates.set(MOVED + ".followed", true),
                        Updates.inc("rev", 1L)));
    }

    private Map<String, Programme> read(Set<String> codes) {
        var found = new HashMap<String, Programme>();
        collection
                .find(Filters.in("_id", codes.stream().map(SUBJECT::concat).toList()))
                .forEach(document -> {
                    if (document.containsKey("code")) {
                        found.put(document.getString("code"), Json.fromDocument(document, Programme.class));
                    }
                });
        return found;
    }

    /** The documents as they are kept up to date; one per programme. */
    public MongoCollection<Document> documents() {
        return collection;
    }
}
