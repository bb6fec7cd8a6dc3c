package vn.dvk.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.spec.MessageCatalog;

class TextsTest {

    private static final Pattern ASKED = Pattern.compile("#\\{([^}]+)}");

    @Test
    void everyReasonHasItsTexts() {
        MessageCatalog.of("problems").reasons(QueryReason.values()).check();
    }

    /** Those that list what there is have nothing better to say than the list; all others give a right example. */
    @ParameterizedTest
    @EnumSource(QueryReason.class)
    void everyReasonSaysWhatIsRight(QueryReason reason) throws IOException {
        for (var language : Map.of("en", "for example", "vi", "ví dụ").entrySet()) {
            var texts = new Properties();
            try (var file = Files.newBufferedReader(
                    Path.of("src/main/resources/problems_" + language.getKey() + ".properties"))) {
                texts.load(file);
            }
            var text = texts.getProperty(reason.code());
            if (LISTING.containsKey(reason)) {
                assertThat(text).contains(LISTING.get(reason));
            } else {
                assertThat(text).contains(language.getValue());
            }
        }
    }

    /** Where in the text the list stands. */
    private static final Map<QueryReason, String> LISTING = Map.of(
            QueryReason.UNKNOWN_PARAMETER, "{1}",
            QueryReason.UNKNOWN_MEASURE, "{1}",
            QueryReason.UNKNOWN_DIMENSION, "{1}",
            QueryReason.UNKNOWN_WORD, "{2}");

    @Test
    void everyMeasureHasItsUnitAndItsMeaning() {
        MessageCatalog.of("texts")
                .keys(Arrays.stream(Measure.values())
                        .flatMap(measure -> Stream.of("unit." + measure.code(), "measure." + measure.code()))
                        .toList())
                .mayHoldMore()
                .check();
    }

    /** Every key the page asks for is there: a missing one would show as ??key??. */
    @Test
    void thePageFindsItsTexts() throws IOException {
        try (var page = getClass().getResourceAsStream("/templates/overview.html")) {
            assertThat(page).isNotNull();
            var asked = ASKED.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
            assertThat(asked).hasSizeGreaterThan(30);
            MessageCatalog.of("texts").keys(asked).mayHoldMore().check();
        }
    }
}
