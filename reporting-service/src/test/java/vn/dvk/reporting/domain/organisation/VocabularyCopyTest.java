package vn.dvk.reporting.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A word can be wrong only once all that come with the platform have been heard of. */
class VocabularyCopyTest {

    @Test
    void whatIsThereInPartIsNotComplete() {
        assertThat(knowing().isComplete("level")).isFalse();
        assertThat(knowing(term("level", "PROVINCE", 2)).isComplete("level")).isFalse();
        assertThat(knowing(term("level", "PROVINCE", 2), term("level", "INTER_COMMUNE", null))
                        .isComplete("level"))
                .as("somebody's own does not count")
                .isFalse();
        assertThat(knowing(term("level", "PROVINCE", 2), term("track", "PARTY", 1))
                        .isComplete("level"))
                .isFalse();
    }

    @Test
    void asManyAsAreSaidAreAll() {
        var two = knowing(term("level", "PROVINCE", 2), term("level", "CENTRAL", 2), term("level", "OWN", null));
        assertThat(two.isComplete("level")).isTrue();
        assertThat(two.isComplete("track")).isFalse();
        assertThat(knowing(term("level", "PROVINCE", 2), term("level", "CENTRAL", 2), term("level", "WARD", 4))
                        .isComplete("level"))
                .as("a newer set has more")
                .isFalse();
    }

    private static DirectorySnapshot knowing(Term... terms) {
        return new DirectorySnapshot(List.of(), List.of(), List.of(terms));
    }

    private static Term term(String vocabulary, String code, @Nullable Integer shippedTerms) {
        return new Term(vocabulary, code, new Term.Name(code, null), 1, null, null, shippedTerms);
    }
}
