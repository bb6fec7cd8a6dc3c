package vn.dvk.registration.store;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.store.GuardedWrites;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.registration.Draft;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.Registration.Known;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.subject.Description;
import vn.dvk.service.IndexInitializer;

/**
 * Forms that are still being written, beside the streams: the stream begins with the submission, and what is written
 * after a return stands here until it is submitted again.
 *
 * <p>A draft stands on a version of its stream, 0 if there is none yet. Once the stream has gone on, the draft is of no
 * account any more, also if nobody came to remove it.
 */
@Component
public class Drafts implements IndexInitializer {

    private static final int CHUNK = 500;

    private final MongoCollection<Document> drafts;
    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final RegistrationCodes codes;

    Drafts(
            MongoDatabase database,
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            RegistrationCodes codes) {
        this.drafts = database.getCollection("drafts");
        this.registrations = registrations;
        this.codes = codes;
    }

    /**
     * A draft as it is kept.
     *
     * @param saves     how often it has been saved
     * @param base      the version of the stream that it stands on, 0 for one that was never submitted
     * @param withdrawn why the unit has given it up, or null
     */
    public record Kept(
            Draft draft, long saves, long base, @Nullable String withdrawn) {

        /** Whether it was never submitted, as far as one can say without looking at its stream. */
        public boolean isFirst() {
            return base == 0;
        }

        /** Where the registration stands if there is no stream yet. */
        public Current unsubmitted() {
            return new Current(saves, known(), this, 0);
        }

        public Known known() {
            return withdrawn == null ? Known.of(draft) : Known.withdrawn(draft, withdrawn);
        }
    }

    /** Where a registration stands, with what has been written and not submitted; the version counts both. */
    public record Current(
            long version, Known state, @Nullable Kept kept, long streamVersion) {}

    public Optional<Current> current(String id) {
        return Optional.ofNullable(current(List.of(id)).get(id));
    }

    /** The same for many; what nobody has ever written is missing. */
    public Map<String, Current> current(Collection<String> ids) {
        var current = new HashMap<String, Current>();
        var kept = find(ids);
        kept.forEach((id, one) -> current.put(id, one.unsubmitted()));
        registrations.find(ids).forEach((id, stream) -> {
            if (stream.state() instanceof Known known) {
                current.put(id, current(stream.version(), known, kept.get(id)));
            }
        });
        return current;
    }

    private static Current current(long version, Known state, @Nullable Kept kept) {
        return kept != null && kept.base() == version
                ? new Current(
                        version + kept.saves(), state.writtenAnew(kept.draft().form()), kept, version)
                : new Current(version, state, null, version);
    }

    public Optional<Kept> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    public Map<String, Kept> find(Collection<String> ids) {
        var found = new HashMap<String, Kept>();
        if (ids.isEmpty()) {
            return found;
        }
        drafts.find(Filters.in("_id", ids)).forEach(document -> found.put(document.getString("_id"), read(document)));
        return found;
    }

    /**
     * A form as it is first written.
     *
     * @param began its fingerprint, together with what was said of its subject
     */
    public record Begun(Form form, String began) {

        public static Begun with(Form form) {
            return new Begun(form, fingerprint(form, null));
        }
    }

    /** Opens it, unless it is there already, whatever has become of it since; see {@link #again}. */
    public Outcome<Registration> open(String id, Begun begun) {
        return open(begun.form().programme(), new LinkedHashMap<>(Map.of(id, begun)), List.of(id))
                .getFirst();
    }

    /**
     * The same for many.
     *
     * @param ids   in the order of the answers
     * @param forms the form that each id is opened with
     */
    public List<Outcome<Registration>> open(String programme, Map<String, Begun> forms, List<String> ids) {
        var there = current(ids);
        var fresh = new LinkedHashMap<String, Draft>();
        forms.forEach((id, begun) -> {
            if (!there.containsKey(id)) {
                fresh.put(id, new Draft(id, "", begun.form(), begun.began()));
            }
        });
        var given = codes.give(programme, fresh.size()).iterator();
        fresh.replaceAll((_, draft) -> draft.numbered(given.next()));
        var writes = new GuardedWrites();
        fresh.forEach((_, draft) -> writes.insert(document(new Kept(draft, 1, 0, null))));
        if (!writes.allThrough(drafts)) {
            there.putAll(current(fresh.keySet()));
            fresh.values().removeIf(draft -> isAnothers(there.get(draft.id()), draft));
        }
        var outcomes = new ArrayList<Outcome<Registration>>();
        for (var id : ids) {
            var draft = fresh.remove(id);
            if (draft != null) {
                var stored = new Current(1, Known.of(draft), null, 0);
                there.put(id, stored);
                outcomes.add(new Outcome.Stored<>(id, stored.version(), stored.state()));
            } else {
                var before = there.get(id);
                outcomes.add(
                        before == null
                                ? new Outcome.Overtaken<>(0)
                                : new Outcome.Unchanged<>(id, before.version(), before.state()));
            }
        }
        return outcomes;
    }

    private static boolean isAnothers(@Nullable Current there, Draft draft) {
        return there == null || !there.state().code().equals(draft.code());
    }

    /** @return unchanged if the request is the one that opened it */
    public static Outcome<Registration> again(Outcome<Registration> there, String began) {
        return there instanceof Outcome.Unchanged<Registration>(var _, var _, Known known)
                        && !known.began().equals(began)
                ? new Outcome.Refused<>(Refusal.because(RegistrationReason.IDEMPOTENCY_KEY_REUSED))
                : there;
    }

    /**
     * @param current as it was read; if somebody was faster, nothing is saved
     * @return whether it was saved
     */
    public boolean save(Current current, Form form) {
        var kept = current.kept();
        var draft = current.state().toDraft().with(form);
        var saved = new Kept(draft, kept == null ? 1 : kept.saves() + 1, current.streamVersion(), null);
        return kept == null ? begin(saved) : replace(kept, saved);
    }

    /** Somebody's draft of an earlier return may still stand there. */
    private boolean begin(Kept first) {
        var left = find(first.draft().id());
        if (left.isPresent() && left.get().base() != first.base()) {
            return replace(left.get(), first);
        }
        var writes = new GuardedWrites();
        writes.insert(document(first));
        return left.isEmpty() && writes.allThrough(drafts);
    }

    /** The unit gives it up before anybody knew of it. */
    public boolean withdraw(Kept kept, String reason) {
        return replace(kept, new Kept(kept.draft(), kept.saves() + 1, kept.base(), reason));
    }

    private boolean replace(Kept before, Kept now) {
        var id = before.draft().id();
        var writes = new GuardedWrites();
        writes.add(
                id,
                new ReplaceOneModel<>(
                        Filters.and(
                                Filters.eq("_id", id),
                                Filters.eq("saves", before.saves()),
                                Filters.eq("base", before.base())),
                        document(now)));
        return writes.allThrough(drafts);
    }

    /** Its form stands in the stream now. Nothing is lost if that comes undone, so nobody waits for a disk. */
    public void remove(String id) {
        drafts.withWriteConcern(WriteConcern.W1.withJournal(false)).deleteOne(Filters.eq("_id", id));
    }

    /** Removes what was submitted just before an instance ended. */
    @Override
    public void prepare() {
        var chunk = new HashMap<String, Long>();
        drafts.find().projection(Projections.include("base")).forEach(document -> {
            chunk.put(
                    document.getString("_id"),
                    document.get("base", Number.class).longValue());
            if (chunk.size() == CHUNK) {
                removeOutdated(chunk);
                chunk.clear();
            }
        });
        removeOutdated(chunk);
    }

    private void removeOutdated(Map<String, Long> bases) {
        registrations
                .documents()
                .find(Filters.in("_id", bases.keySet()))
                .projection(Projections.include("version"))
                .forEach(stream -> {
                    var base = bases.get(stream.getString("_id"));
                    if (base != null
                            && base != stream.get("version", Number.class).longValue()) {
                        drafts.deleteOne(
                                Filters.and(Filters.eq("_id", stream.getString("_id")), Filters.eq("base", base)));
                    }
                });
    }

    /** For lists: never submitted, with {@code view} and {@code version} as a stream has them. Read only. */
    public MongoCollection<Document> documents() {
        return drafts;
    }

    /** Tells a form, with what it says of its subject, from another one. */
    public static String fingerprint(Form form, @Nullable Description subject) {
        var written = Json.toDocument(form).toJson();
        return subject == null
                ? DeterministicId.of(written)
                : DeterministicId.of(written, Json.toDocument(subject).toJson());
    }

    /** Nothing in what is still being written names the subject any more. */
    public void erase(String subject) {
        drafts.find(Filters.eq("draft.form.subjectId", subject))
                .map(Drafts::read)
                .forEach(kept -> {
                    var erased = kept.draft().with(kept.draft().form().erased());
                    replace(kept, new Kept(erased, kept.saves() + 1, kept.base(), kept.withdrawn()));
                });
    }

    /** Whether another draft names the subject. */
    public boolean anotherNames(String subject, String draft) {
        return drafts.find(Filters.and(Filters.eq("draft.form.subjectId", subject), Filters.ne("_id", draft)))
                        .first()
                != null;
    }

    private static Kept read(Document document) {
        return new Kept(
                Json.fromDocument(document.get("draft", Document.class), Draft.class),
                document.get("saves", Number.class).longValue(),
                document.get("base", Number.class).longValue(),
                document.getString("withdrawn"));
    }

    /** What stands on a stream is listed with it, and has no version of its own. */
    private static Document document(Kept kept) {
        var listed = kept.base() == 0;
        var document = new Document("_id", kept.draft().id())
                .append("saves", kept.saves())
                .append("base", kept.base())
                .append("version", listed ? kept.saves() : 0L)
                .append("draft", Json.toDocument(kept.draft()));
        if (listed) {
            document.append("view", new Document(Views.registration(kept.known())));
        }
        if (kept.withdrawn() != null) {
            document.append("withdrawn", kept.withdrawn());
        }
        return document;
    }
}
