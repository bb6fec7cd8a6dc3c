package vn.dvk.evaluation.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.evaluation.events.consumed.Term;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.envelope.Json;
import vn.dvk.service.Vocabularies;

/**
 * The vocabularies that requests are checked against, in memory. While not all of a vocabulary's terms have arrived here,
 * each of these answers with 503, unless the words that are used have.
 */
@Component
public class Words {

    private final MongoCollection<Document> collection;
    private final Vocabularies vocabularies;

    Words(MongoDatabase database) {
        this.collection = database.getCollection("terms");
        this.vocabularies = new Vocabularies(() -> entries(collection));
    }

    /** The documents as they are kept up to date; one per term. */
    public MongoCollection<Document> documents() {
        return collection;
    }

    /** A term has been told. */
    public void changed() {
        vocabularies.changed();
    }

    /** @param used the words that are about to be checked */
    public Vocabulary evidenceKinds(Iterable<? extends @Nullable String> used) {
        return vocabularies.of("evidence-kind", used);
    }

    /** @param used the words that are about to be checked */
    public Vocabulary grades(Iterable<? extends @Nullable String> used) {
        return vocabularies.of("grade", used);
    }

    private static List<Vocabularies.Entry> entries(MongoCollection<Document> collection) {
        var entries = new ArrayList<Vocabularies.Entry>();
        collection.find().forEach(document -> {
            // Of one whose only event was given up, nothing is known but that.
            if (document.containsKey("code")) {
                var term = Json.fromDocument(document, Term.class);
                entries.add(new Vocabularies.Entry(
                        term.vocabulary(),
                        new Vocabulary.Term(term.code(), term.rank(), term.from(), term.to()),
                        term.shippedTerms()));
            }
        });
        return entries;
    }
}
