package vn.dvk.registration.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.term.Definition;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.domain.term.TermCommand;
import vn.dvk.registration.domain.term.TermCommand.Ship;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.service.IndexInitializer;

/**
 * The terms that come with the platform, {@code terms.json}: told at the first start, and again when a newer set is
 * shipped. Two instances may do it at once, and it may end in the middle: each term's stream takes it once.
 *
 * <p>Whoever changes the file raises {@link #SET}, and leaves no term out, for terms end but are not removed; a test knows
 * what each set says. Each term is told with how many of its vocabulary there are, so that a reader knows when it has heard
 * of all. Every other start asks one small document whether this set has been told, and reads no file.
 */
@Component
class ShippedTerms implements IndexInitializer {

    /** Number of the set in the file. */
    static final int SET = 2;

    private static final String MARK = "terms";

    private final MongoCollection<Document> shipped;
    private final Streams<TermCommand, Term, TermEvent> terms;
    private final Clock clock;

    ShippedTerms(MongoDatabase database, Streams<TermCommand, Term, TermEvent> terms, Clock clock) {
        this.shipped = database.getCollection("shipped");
        this.terms = terms;
        this.clock = clock;
    }

    /** One of the file's, written like a request's. */
    record ShippedTerm(String vocabulary, String code, Definition definition) {}

    record ShippedSet(List<ShippedTerm> terms) {}

    @Override
    public void prepare() {
        var told = shipped.find(new Document("_id", MARK)).first();
        if (told != null && told.get("set", Number.class).intValue() >= SET) {
            return;
        }
        var context = new RequestContext(
                "registration",
                null,
                DeterministicId.of("shipped-terms", String.valueOf(SET)),
                null,
                null,
                null,
                clock.instant());
        var all = read();
        var ofVocabulary =
                all.stream().collect(Collectors.groupingBy(ShippedTerm::vocabulary, Collectors.summingInt(_ -> 1)));
        var outcomes = terms.handleAll(all.stream()
                .map(one -> CommandEnvelope.<TermCommand>of(
                        Term.id(one.vocabulary(), one.code()),
                        new Ship(
                                one.vocabulary(),
                                one.code(),
                                one.definition(),
                                SET,
                                ofVocabulary.getOrDefault(one.vocabulary(), 0)),
                        context))
                .toList());
        // Otherwise the next start does it again.
        if (outcomes.stream()
                .allMatch(one -> one instanceof Outcome.Stored<Term> || one instanceof Outcome.Unchanged<Term>)) {
            shipped.updateOne(Filters.eq("_id", MARK), Updates.max("set", SET), new UpdateOptions().upsert(true));
        }
    }

    static List<ShippedTerm> read() {
        try (var file = new ClassPathResource("terms.json").getInputStream()) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Json.fromDocument(Document.parse(text), ShippedSet.class).terms();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
