package vn.dvk.evaluation;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.EvaluationReason;
import vn.dvk.kit.decide.Reason;
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

    /** What is only not there (404) is another matter: there is nothing to type instead. */
    @Test
    void every_refusal_of_what_was_asked_says_what_to_do_instead() {
        MessageCatalog.of("problems")
                .mayHoldMore()
                .saysWhatToDo(Stream.of(EvaluationReason.values())
                        .filter(one -> one.kind() != Reason.Kind.ABSENT)
                        .toArray(Reason[]::new))
                .check();
    }
}
