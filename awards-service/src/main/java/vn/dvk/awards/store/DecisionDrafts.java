package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.decision.DecisionDraft;
import vn.dvk.awards.domain.decision.RegisterCommand;
import vn.dvk.awards.domain.decision.RegisterEntry;
import vn.dvk.awards.domain.decision.RegisterEvent;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.store.GuardedWrites;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.IndexInitializer;

/**
 * Decisions that are being prepared, beside the register: each becomes a decision under its own id when it is issued. Once
 * it is one, the draft is of no account any more, also if nobody came to remove it.
 */
@Component
public class DecisionDrafts implements IndexInitializer {

    private final MongoCollection<Document> drafts;
    private final Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions;

    DecisionDrafts(MongoDatabase database, Streams<RegisterCommand, RegisterEntry, RegisterEvent> decisions) {
        this.drafts = database.getCollection("decision_drafts");
        this.decisions = decisions;
    }

    /** @param version how often it was saved */
    public record Saved(String id, long version, DecisionDraft draft) {}

    /** Nothing of what was issued meanwhile. */
    public Optional<Saved> find(String id) {
        return decisions.exists(id) ? Optional.empty() : kept(id).map(DecisionDrafts::saved);
    }

    /**
     * Opens it, unless it is there already, whatever has become of it since.
     *
     * @return nothing if another one was opened under that id, or it was issued
     */
    public Optional<Saved> open(String id, DecisionDraft draft) {
        if (decisions.exists(id)) {
            return Optional.empty();
        }
        var began = DeterministicId.of(Json.toDocument(draft).toJson());
        var writes = new GuardedWrites();
        writes.insert(document(id, 1, began, draft));
        if (writes.allThrough(drafts)) {
            return Optional.of(new Saved(id, 1, draft));
        }
        return kept(id).filter(one -> began.equals(one.getString("began"))).map(DecisionDrafts::saved);
    }

    /** @return whether it was saved; otherwise somebody was faster */
    public boolean save(Saved current, DecisionDraft draft) {
        var began = kept(current.id()).map(one -> one.getString("began")).orElse("");
        var writes = new GuardedWrites();
        writes.add(
                current.id(),
                new ReplaceOneModel<>(as(current), document(current.id(), current.version() + 1, began, draft)));
        return writes.allThrough(drafts);
    }

    /** @return whether it is gone; otherwise somebody was faster */
    public boolean discard(Saved current) {
        return drafts.deleteOne(as(current)).getDeletedCount() == 1;
    }

    /** It is a decision now. */
    public void remove(String id) {
        drafts.deleteOne(Filters.eq("_id", id));
    }

    /** For lists. Read only. */
    public MongoCollection<Document> documents() {
        return drafts;
    }

    public static DecisionDraft draft(Document document) {
        return Json.fromDocument(document.get("draft", Document.class), DecisionDraft.class);
    }

    /** Removes what was issued just before an instance ended. */
    @Override
    public void prepare() {
        var issued = new ArrayList<String>();
        drafts.find().projection(Projections.include("_id")).forEach(draft -> {
            if (decisions.exists(draft.getString("_id"))) {
                issued.add(draft.getString("_id"));
            }
        });
        issued.forEach(this::remove);
    }

    private Optional<Document> kept(String id) {
        return Optional.ofNullable(drafts.find(Filters.eq("_id", id)).first());
    }

    private static Saved saved(Document document) {
        return new Saved(
                document.getString("_id"), document.get("saves", Number.class).longValue(), draft(document));
    }

    private static Bson as(Saved current) {
        return Filters.and(Filters.eq("_id", current.id()), Filters.eq("saves", current.version()));
    }

    private static Document document(String id, long saves, String began, DecisionDraft draft) {
        return new Document("_id", id)
                .append("saves", saves)
                .append("began", began)
                .append("draft", Json.toDocument(draft));
    }
}
