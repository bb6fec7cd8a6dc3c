package vn.dvk.awards;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.kit.decide.Reason;
import vn.dvk.spec.MessageCatalog;

class TextsTest {

    @Test
    void every_reason_is_explained_in_both_languages_and_no_text_is_left_over() {
        MessageCatalog.of("problems").reasons(AwardsReason.values()).check();
    }

    /** What is only not there (404) is another matter: there is nothing to type instead. */
    @Test
    void every_refusal_of_what_was_asked_says_what_to_do_instead() {
        MessageCatalog.of("problems")
                .mayHoldMore()
                .saysWhatToDo(Stream.of(AwardsReason.values())
                        .filter(one -> one.kind() != Reason.Kind.ABSENT)
                        .toArray(Reason[]::new))
                .check();
    }
}
