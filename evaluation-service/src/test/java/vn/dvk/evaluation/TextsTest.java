package vn.dvk.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.spec.MessageCatalog;

/** Every reason has its sentences in both languages, and no sentence is without a reason. */
class TextsTest {

    /** Only ever said of a field, so without a title. */
    private static final EnumSet<EvaluationReason> OF_FIELDS = EnumSet.of(
            EvaluationReason.CRITERION_MISSING,
            EvaluationReason.CRITERION_UNKNOWN,
            EvaluationReason.CRITERION_OF_OTHERS,
            EvaluationReason.NOTHING_TO_SCORE,
            EvaluationReason.POINTS_OUT_OF_RANGE,
            EvaluationReason.TOO_MANY_DECIMALS,
            EvaluationReason.VERSION_RESERVED,
            EvaluationReason.WEIGHTS_NOT_HUNDRED,
            EvaluationReason.WEIGHT_NOT_POSITIVE,
            EvaluationReason.BANDS_NOT_FROM_ZERO,
            EvaluationReason.BANDS_NOT_ASCENDING,
            EvaluationReason.BAND_OUT_OF_RANGE,
            EvaluationReason.PASSES_MISSING,
            EvaluationReason.PASSES_NOT_ASCENDING,
            EvaluationReason.CODE_TWICE,
            EvaluationReason.CODE_RESERVED,
            EvaluationReason.DAY_MISSING,
            EvaluationReason.NUMBER_MISSING);

    @Test
    void every_reason_is_explained_in_both_languages() {
        MessageCatalog.of("problems")
                .reasons(EnumSet.complementOf(OF_FIELDS).toArray(EvaluationReason[]::new))
                .faults(OF_FIELDS.toArray(EvaluationReason[]::new))
                .check();
    }

    /** With an example that is right. */
    @ParameterizedTest
    @ValueSource(strings = {"period-reversed"})
    void it_says_what_would_do_instead(String code) {
        for (var language : List.of("vi ví dụ", "en for example")) {
            var words = language.split(" ", 2);
            var text = MessageCatalog.text("problems", words[0], code);
            assertTrue(text.toLowerCase(Locale.ROOT).contains(words[1]), text);
        }
    }
}
