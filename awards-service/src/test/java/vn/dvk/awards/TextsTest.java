package vn.dvk.awards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.awards.domain.AwardsReason;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_reason_has_a_title_and_a_sentence_and_no_text_is_left_over(String language) {
        var expected = Arrays.stream(AwardsReason.values())
                .flatMap(reason -> Stream.of(reason.code(), reason.code() + ".title"))
                .collect(Collectors.toSet());
        assertThat(texts(language).keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void no_text_holds_an_apostrophe_that_would_hide_what_follows(String language) {
        var texts = texts(language);
        assertThat(texts.keySet())
                .allSatisfy(key -> assertThat(texts.getString(key)).isNotBlank().doesNotContain("'"));
    }

    @Test
    void both_languages_fill_in_the_same_things() {
        var vietnamese = texts("vi");
        var english = texts("en");
        assertThat(vietnamese.keySet())
                .allSatisfy(key -> assertThat(gaps(english.getString(key))).isEqualTo(gaps(vietnamese.getString(key))));
    }

    private static Set<String> gaps(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "problems",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
