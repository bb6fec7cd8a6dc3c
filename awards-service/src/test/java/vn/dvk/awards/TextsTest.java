package vn.dvk.awards;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.spec.MessageCatalog;

class TextsTest {

    @Test
    void every_reason_is_explained_in_both_languages_and_no_text_is_left_over() {
        MessageCatalog.of("problems").reasons(AwardsReason.values()).check();
    }

    /** With an example that is right. */
    @ParameterizedTest
    @ValueSource(strings = {"period-reversed", "already-refused", "hold-target", "target-needed", "nothing-to-correct"})
    void it_says_what_would_do_instead(String code) {
        for (var language : List.of("vi ví dụ", "en for example")) {
            var words = language.split(" ", 2);
            var text = MessageCatalog.text("problems", words[0], code);
            assertTrue(text.toLowerCase(Locale.ROOT).contains(words[1]), text);
        }
    }
}
