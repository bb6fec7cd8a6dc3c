package vn.dvk.registration.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.store.GuardedWrites;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.subject.Description;
import vn.dvk.registration.domain.subject.Subject;
import vn.dvk.service.IndexInitializer;
import vn.dvk.service.web.SearchText;

/**
 * The subject register: a document per subject, put right in place, guarded by its version, and erased for good.
 *
 * <p>An entry is written before the form or event that names it. Should the service end between the two, it stands here
 * unnamed; the same request again finds it by the same id.
 */
@Component
public class Subjects implements IndexInitializer {

    private final MongoCollection<Document> subjects;

    Subjects(MongoDatabase database) {
        this.subjects = database.getCollection("subjects");
    }

    /**
     * An entry as it is kept.
     *
     * @param began fingerprint of the request that created it, to tell it from another one under the same key
     */
    public record Kept(
            Subject subject, long version, @Nullable String began) {}

    public Optional<Kept> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** In one read, or none. */
    public Map<String, Kept> find(Collection<String> ids) {
        var found = new HashMap<String, Kept>();
        if (!ids.isEmpty()) {
            subjects.find(Filters.in("_id", ids))
                    .forEach(document -> found.put(document.getString("_id"), read(document)));
        }
        return found;
    }

    /**
     * Those that are there already stay as they are.
     *
     * @return whether there was none of them
     */
    public boolean create(Collection<Subject.Known> fresh, @Nullable String began) {
        var writes = new GuardedWrites();
        fresh.forEach(one -> writes.insert(document(one, 1, began)));
        return writes.allThrough(subjects);
    }

    /** @return whether nobody was faster */
    public boolean replace(Kept before, Subject.Known now) {
        return replace(before, document(now, before.version() + 1, before.began()));
    }

    /** Nothing of who it was stays. What else has to go is remembered until {@link #cleared}. */
    public boolean erase(Kept before, Instant at, String by) {
        var subject = before.subject();
        return replace(
                before,
                new Document("_id", subject.id())
                        .append("version", before.version() + 1)
                        .append("type", subject.type().name())
                        .append("erased", new Document("at", at.toString()).append("by", by))
                        .append("clearing", true));
    }

    public void cleared(String id) {
        subjects.updateOne(Filters.eq("_id", id), new Document("$unset", new Document("clearing", "")));
    }

    /** Erased, and perhaps not everywhere yet. */
    public List<String> toClear() {
        return subjects.find(Filters.eq("clearing", true))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private boolean replace(Kept before, Document now) {
        var id = before.subject().id();
        var writes = new GuardedWrites();
        writes.add(
                id,
                new ReplaceOneModel<>(
                        Filters.and(Filters.eq("_id", id), Filters.eq("version", before.version())), now));
        return writes.allThrough(subjects);
    }

    /**
     * In the order of the ids.
     *
     * @param q     part of a name or of a head's name, with or without diacritics
     * @param after the id behind which it goes on
     */
    public List<Kept> list(
            @Nullable String q, @Nullable SubjectType type, @Nullable String unit, int limit, @Nullable String after) {
        var conditions = new ArrayList<Bson>();
        conditions.add(Filters.gt("_id", after == null ? "" : after));
        if (q != null && !q.isBlank()) {
            conditions.add(Filters.regex("search", Pattern.quote(SearchText.fold(q))));
        }
        if (type != null) {
            conditions.add(Filters.eq("type", type.name()));
        }
        if (unit != null) {
            conditions.add(Filters.eq("is.unit", unit));
        }
        return subjects.find(Filters.and(conditions))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(Subjects::read)
                .into(new ArrayList<>());
    }

    /** Tells what a request says of a subject from what another one says. */
    public static String fingerprint(Description is) {
        return DeterministicId.of(Json.toDocument(is).toJson());
    }

    @Override
    public void prepare() {
        subjects.createIndex(new Document("clearing", 1), new IndexOptions().sparse(true));
    }

    private static Document document(Subject.Known subject, long version, @Nullable String began) {
        var is = subject.is();
        var document = new Document("_id", subject.id())
                .append("version", version)
                .append("type", is.type().name())
                .append("is", Json.toDocument(is))
                .append("search", SearchText.fold(is.head() == null ? is.name() : is.name() + " " + is.head()));
        if (began != null) {
            document.append("began", began);
        }
        return document;
    }

    private static Kept read(Document document) {
        var id = document.getString("_id");
        var erased = document.get("erased", Document.class);
        var subject = erased == null
                ? new Subject.Known(id, Json.fromDocument(document.get("is", Document.class), Description.class))
                : new Subject.Erased(
                        id,
                        SubjectType.valueOf(document.getString("type")),
                        Instant.parse(erased.getString("at")),
                        erased.getString("by"));
        return new Kept(subject, document.get("version", Number.class).longValue(), document.getString("began"));
    }
}
