package vn.dvk.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.reporting.domain.fact.Measure;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyReasonHasItsTexts(String language) throws IOException {
        var texts = keys("problems_" + language);
        for (var reason : QueryReason.values()) {
            assertThat(texts).contains(reason.code(), reason.code() + ".title");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyMeasureHasItsUnit(String language) throws IOException {
        assertThat(keys("texts_" + language))
                .containsAll(Arrays.stream(Measure.values())
                        .map(measure -> "unit." + measure.code())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "problems"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertThat(keys(bundle + "_en")).isEqualTo(keys(bundle + "_vi"));
    }

    /** Every key the page asks for is there: a missing one would show as ??key??. */
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void thePageFindsItsTexts(String language) throws IOException {
        try (var page = getClass().getResourceAsStream("/templates/overview.html")) {
            assertThat(page).isNotNull();
            var text = new String(page.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var asked = java.util.regex.Pattern.compile("#\\{([^}]+)}")
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
            assertThat(asked).hasSizeGreaterThan(30);
            assertThat(keys("texts_" + language)).containsAll(asked);
        }
    }

    private Set<String> keys(String bundle) throws IOException {
        try (var file = getClass().getResourceAsStream("/" + bundle.toLowerCase(Locale.ROOT) + ".properties")) {
            assertThat(file).as(bundle).isNotNull();
            var texts = new Properties();
            texts.load(file);
            return new TreeSet<>(texts.stringPropertyNames());
        }
    }
}
