package vn.dvk.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.counting.QueryReason;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.spec.MessageCatalog;

class TextsTest {

    private static final Pattern ASKED = Pattern.compile("#\\{([^}]+)}");

    @Test
    void everyReasonHasItsTexts() {
        MessageCatalog.of("problems").reasons(QueryReason.values()).check();
    }

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
