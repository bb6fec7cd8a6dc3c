package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.domain.submission.SubmissionText;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.store.GuardedWrites;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.IndexInitializer;

/**
 * Submissions that are still being written, beside the streams: at first, and again after a return.
 *
 * <p>A draft stands on a version of its stream, 0 if there is none yet. Once the stream has gone on, the draft is of no
 * account any more, also if nobody came to remove it.
 */
@Component
public class SubmissionDrafts implements IndexInitializer {

    private final MongoCollection<Document> drafts;
    private final Streams<SubmissionCommand, Submission, SubmissionEvent> submissions;

    SubmissionDrafts(MongoDatabase database, Streams<SubmissionCommand, Submission, SubmissionEvent> submissions) {
        this.drafts = database.getCollection("submission_drafts");
        this.submissions = submissions;
    }

    /**
     * @param saves how often it has been saved
     * @param base  the version of the stream that it stands on
     * @param began fingerprint of what it was opened with, to tell a repeated request from another one
     */
    private record Kept(SubmissionText text, long saves, long base, String began) {}

    /**
     * Where a submission stands, with what has been written and not sent.
     *
     * @param version what the client sees: it counts the stream's and the saves
     * @param sent    null if it was never sent
     * @param written null if nothing was written since it was sent
     */
    public record Current(
            String id,
            long version,
            long streamVersion,
            Submission.@Nullable Known sent,
            @Nullable SubmissionText written) {

        /** What would be sent. */
        public SubmissionText text() {
            return written == null && sent != null ? sent.text() : Objects.requireNonNull(written);
        }
    }

    public Optional<Current> current(String id) {
        return current(id, find(id));
    }

    private Optional<Current> current(String id, @Nullable Kept kept) {
        var stream = submissions.find(id).orElse(null);
        if (stream != null && stream.state() instanceof Submission.Known known) {
            var version = stream.version();
            return Optional.of(
                    kept != null && kept.base() == version
                            ? new Current(id, version + kept.saves(), version, known, kept.text())
                            : new Current(id, version, version, known, null));
        }
        return Optional.ofNullable(kept).map(one -> new Current(id, one.saves(), 0, null, one.text()));
    }

    /**
     * Opens it, unless it is there already, whatever has become of it since.
     *
     * @return nothing if another text was opened under that id
     */
    public Optional<Current> open(String id, SubmissionText text) {
        var began = fingerprint(text);
        var writes = new GuardedWrites();
        writes.insert(document(id, new Kept(text, 1, 0, began)));
        if (submissions.exists(id) || !writes.allThrough(drafts)) {
            var kept = find(id);
            return kept == null || kept.began().equals(began) ? current(id, kept) : Optional.empty();
        }
        return current(id);
    }

    /** @return whether it was saved; otherwise somebody was faster */
    public boolean save(Current current, SubmissionText text) {
        var kept = find(current.id());
        var writes = new GuardedWrites();
        if (kept == null) {
            writes.insert(document(current.id(), new Kept(text, 1, current.streamVersion(), fingerprint(text))));
            return writes.allThrough(drafts);
        }
        var goesOn = kept.base() == current.streamVersion();
        var saved = new Kept(text, goesOn ? kept.saves() + 1 : 1, current.streamVersion(), kept.began());
        if (goesOn && current.version() != current.streamVersion() + kept.saves()) {
            return false;
        }
        writes.add(
                current.id(),
                new ReplaceOneModel<>(
                        Filters.and(
                                Filters.eq("_id", current.id()),
                                Filters.eq("saves", kept.saves()),
                                Filters.eq("base", kept.base())),
                        document(current.id(), saved)));
        return writes.allThrough(drafts);
    }

    /**
     * Throws away what was never sent. What is being sent at this very moment goes out.
     *
     * @return whether it is gone; otherwise somebody was faster
     */
    public boolean discard(Current current) {
        return drafts.deleteOne(Filters.and(
                                Filters.eq("_id", current.id()),
                                Filters.eq("saves", current.version()),
                                Filters.eq("base", 0L)))
                        .getDeletedCount()
                == 1;
    }

    /** What it says stands in the stream now. */
    public void remove(String id) {
        drafts.deleteOne(Filters.eq("_id", id));
    }

    /** For lists: never sent, with {@code view} as a stream has it. Read only. */
    public MongoCollection<Document> documents() {
        return drafts;
    }

    /** Removes what was sent just before an instance ended. */
    @Override
    public void prepare() {
        var sent = new ArrayList<String>();
        drafts.find()
                .projection(Projections.include("base"))
                .forEach(draft -> submissions
                        .find(draft.getString("_id"))
                        .filter(stream -> stream.version()
                                != draft.get("base", Number.class).longValue())
                        .ifPresent(stream -> sent.add(stream.id())));
        sent.forEach(this::remove);
    }

    private @Nullable Kept find(String id) {
        var document = drafts.find(Filters.eq("_id", id)).first();
        return document == null
                ? null
                : new Kept(
                        Json.fromDocument(document.get("text", Document.class), SubmissionText.class),
                        document.get("saves", Number.class).longValue(),
                        document.get("base", Number.class).longValue(),
                        document.getString("began"));
    }

    private static String fingerprint(SubmissionText text) {
        return DeterministicId.of(Json.toDocument(text).toJson());
    }

    /** What stands on a stream is listed with that. */
    private static Document document(String id, Kept kept) {
        var document = new Document("_id", id)
                .append("saves", kept.saves())
                .append("base", kept.base())
                .append("began", kept.began())
                .append("text", Json.toDocument(kept.text()));
        if (kept.base() == 0) {
            document.append("view", new Document(Views.submissionDraft(id, kept.text())));
        }
        return document;
    }
}
