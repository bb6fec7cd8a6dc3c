package vn.dvk.registration.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import vn.dvk.registration.RegistrationApplication;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.store.ShippedTerms.ShippedTerm;
import vn.dvk.service.IndexInitializer;
import vn.dvk.spec.RunningService;

/** The terms that come with the platform. */
class ShippedTermsTest {

    @Test
    void whoever_changes_the_file_gives_the_set_a_new_number() throws Exception {
        byte[] file;
        try (var in = new ClassPathResource("terms.json").getInputStream()) {
            file = in.readAllBytes();
        }
        var print = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(file))
                .substring(0, 16);

        assertEquals("2 e9abb100ede4e824", ShippedTerms.SET + " " + print);
    }

    @Test
    void every_vocabulary_has_terms_each_once_and_named_in_both_languages() {
        var terms = ShippedTerms.read();
        var seen = new HashSet<String>();

        assertEquals(
                Set.copyOf(Words.VOCABULARIES),
                terms.stream().map(ShippedTerm::vocabulary).collect(Collectors.toSet()));
        for (var term : terms) {
            assertTrue(seen.add(Term.id(term.vocabulary(), term.code())), term.toString());
            assertTrue(term.code().matches(Words.CODE), term.toString());
            assertTrue(!term.definition().vi().isBlank() && term.definition().en() != null, term.toString());
        }
    }

    @Test
    void two_instances_tell_them_once_and_a_later_start_looks_at_one_small_document() {
        try (var first = RunningService.start(RegistrationApplication.class);
                var second = first.another()) {
            var terms = first.database().getCollection("terms");
            assertEquals(ShippedTerms.read().size(), terms.countDocuments());
            assertEquals(0, terms.countDocuments(new Document("version", new Document("$ne", 1))));

            terms.deleteMany(new Document());
            second.context().getBean(ShippedTerms.class).prepare();
            assertEquals(0, terms.countDocuments(), "it was told, so the streams are not looked at");

            // As if the first start had ended before the mark, in the middle of telling.
            first.database().getCollection("shipped").deleteMany(new Document());
            IndexInitializer again = first.context().getBean(ShippedTerms.class);
            again.prepare();
            terms.deleteOne(new Document("_id", "level:DISTRICT"));
            first.database().getCollection("shipped").deleteMany(new Document());
            again.prepare();
            assertEquals(ShippedTerms.read().size(), terms.countDocuments());
            assertEquals(0, terms.countDocuments(new Document("version", new Document("$ne", 1))));
        }
    }
}
