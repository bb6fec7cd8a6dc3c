package vn.dvk.registration.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.domain.term.TermCommand;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.service.Vocabularies;

/** The vocabularies that requests are checked against, in memory. */
@Component
public class Words {

    public static final String LEVEL = "level";
    public static final String TRACK = "track";
    public static final String UNIT_KIND = "unit-kind";
    public static final String AWARD_FORM = "award-form";
    public static final String GRADE = "grade";
    public static final String EVIDENCE_KIND = "evidence-kind";
    public static final String FORCE_ROLE = "force-role";
    public static final String USUAL_FIELD = "usual-field";

    /** All there are. A vocabulary is something that code asks for; only its terms are data. */
    public static final List<String> VOCABULARIES =
            List.of(LEVEL, TRACK, UNIT_KIND, AWARD_FORM, GRADE, EVIDENCE_KIND, FORCE_ROLE, USUAL_FIELD);

    /** How a term's code is written. */
    public static final String CODE = "[A-Z0-9][A-Z0-9_-]{0,39}";

    private final Vocabularies vocabularies;

    Words(Streams<TermCommand, Term, TermEvent> terms) {
        this.vocabularies = new Vocabularies(() -> entries(terms.documents()));
        terms.onChange(_ -> vocabularies.changed());
    }

    /** @param used the words that are about to be checked */
    public Vocabulary of(String vocabulary, @Nullable String... used) {
        return vocabularies.of(vocabulary, used);
    }

    /** The same for any number of words. */
    public Vocabulary of(String vocabulary, Iterable<? extends @Nullable String> used) {
        return vocabularies.of(vocabulary, used);
    }

    private static List<Vocabularies.Entry> entries(MongoCollection<Document> documents) {
        var entries = new ArrayList<Vocabularies.Entry>();
        documents.find().projection(Projections.include("view")).forEach(document -> {
            var view = document.get("view", new Document());
            if (view.getString("code") instanceof String code) {
                entries.add(new Vocabularies.Entry(
                        view.getString("vocabulary"),
                        new Vocabulary.Term(
                                code,
                                view.get("rank", Number.class).intValue(),
                                day(view.getString("from")),
                                day(view.getString("to"))),
                        view.get("shippedTerms", Number.class).intValue()));
            }
        });
        return entries;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
