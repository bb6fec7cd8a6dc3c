package vn.dvk.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.evaluation.domain.EvaluationReason;

/** Every reason has its sentences in both languages, and no sentence is without a reason. */
class TextsTest {

    /** Only ever said of a field, so without a title. */
    private static final Set<EvaluationReason> OF_FIELDS = EnumSet.of(
            EvaluationReason.CRITERION_MISSING,
            EvaluationReason.CRITERION_UNKNOWN,
            EvaluationReason.POINTS_OUT_OF_RANGE,
            EvaluationReason.TOO_MANY_DECIMALS,
            EvaluationReason.VERSION_RESERVED,
            EvaluationReason.WEIGHTS_NOT_HUNDRED,
            EvaluationReason.WEIGHT_NOT_POSITIVE,
            EvaluationReason.BANDS_NOT_FROM_ZERO,
            EvaluationReason.BANDS_NOT_ASCENDING,
            EvaluationReason.BAND_OUT_OF_RANGE,
            EvaluationReason.CODE_TWICE,
            EvaluationReason.CODE_RESERVED);

    @ParameterizedTest
    @EnumSource
    void every_reason_is_explained_in_both_languages(EvaluationReason reason) throws IOException {
        for (var language : Set.of("vi", "en")) {
            var texts = texts(language);
            assertThat(texts.getProperty(reason.code())).as(language).isNotBlank();
            assertThat(texts.containsKey(reason.code() + ".title"))
                    .as("title in " + language)
                    .isEqualTo(!OF_FIELDS.contains(reason));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_text_can_be_formatted_and_belongs_to_a_reason(String language) throws IOException {
        var codes = EnumSet.allOf(EvaluationReason.class).stream()
                .map(EvaluationReason::code)
                .toList();
        texts(language).forEach((key, text) -> {
            assertThat(codes).contains(key.toString().replace(".title", ""));
            assertThat(new MessageFormat(text.toString()).format(new Object[] {"A", "B"}))
                    .doesNotContain("{0}")
                    .doesNotContain("{1}");
        });
    }

    @Test
    void both_languages_have_the_same_placeholders() throws IOException {
        var vietnamese = texts("vi");
        var english = texts("en");
        vietnamese.forEach((key, text) -> assertThat(
                        new MessageFormat(english.getProperty(key.toString())).getFormatsByArgumentIndex())
                .as(key.toString())
                .hasSameSizeAs(new MessageFormat(text.toString()).getFormatsByArgumentIndex()));
    }

    private static Properties texts(String language) throws IOException {
        var properties = new Properties();
        try (var stream = TextsTest.class.getResourceAsStream("/problems_" + language + ".properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        }
        return properties;
    }
}
