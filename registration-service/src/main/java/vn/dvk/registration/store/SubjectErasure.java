package vn.dvk.registration.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvk.registration.store.Subjects.Kept;
import vn.dvk.service.IndexInitializer;

/**
 * Takes a subject out of the register, and with it every text about it. Events keep its id, which then leads nowhere, so
 * that no count changes.
 *
 * <p>The entry goes first: from then on nothing names it any more and nothing shows its texts. What else has to go is done
 * right after, or, should the service end in between, by the same request again or at the next start.
 */
@Component
public class SubjectErasure implements IndexInitializer {

    private static final Logger LOG = LoggerFactory.getLogger(SubjectErasure.class);

    private final Subjects subjects;
    private final EntriesOfSubjects entries;
    private final PrivateTexts texts;
    private final Drafts drafts;
    private final Honors honors;

    SubjectErasure(Subjects subjects, EntriesOfSubjects entries, PrivateTexts texts, Drafts drafts, Honors honors) {
        this.subjects = subjects;
        this.entries = entries;
        this.texts = texts;
        this.drafts = drafts;
        this.honors = honors;
    }

    /** Recognized models and awards in force, by id: they are public. */
    public List<String> honors(String subject) {
        var found = new ArrayList<>(honors.of(subject));
        entries.of(subject).stream()
                .filter(one -> one.get("view", org.bson.Document.class).containsKey("recognized"))
                .forEach(one -> found.add(one.getString("_id")));
        return found;
    }

    /** @return whether nobody was faster */
    public boolean erase(Kept kept, Instant at, String by) {
        var id = kept.subject().id();
        if (!subjects.erase(kept, at, by)) {
            return false;
        }
        LOG.info("Subject {} was erased by {}", id, by);
        clear(id);
        return true;
    }

    /** Erases what may be left of one that has been erased. */
    public void clear(String id) {
        texts.erase(id, entries.of(id).stream().map(one -> one.getString("_id")).toList());
        drafts.erase(id);
        subjects.cleared(id);
    }

    @Override
    public void prepare() {
        subjects.toClear().forEach(this::clear);
    }
}
