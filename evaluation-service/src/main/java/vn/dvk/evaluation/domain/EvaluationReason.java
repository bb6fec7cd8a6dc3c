package vn.dvk.evaluation.domain;

import java.util.Locale;
import vn.dvk.kit.decide.Reason;

/** Everything this service can refuse for. The sentences are in {@code problems_vi} and {@code problems_en}. */
public enum EvaluationReason implements Reason {
    /** The registration's event is still under way. */
    NOT_KNOWN_YET(Kind.ABSENT),
    PROGRAMME_NOT_KNOWN_YET(Kind.ABSENT),
    NO_SUCH_STEP(Kind.ABSENT),
    WITHDRAWN(Kind.CONFLICT),
    STEP_OUT_OF_ORDER(Kind.CONFLICT),
    EVIDENCE_MISSING(Kind.INVALID),
    STEP_NOT_BY_PERSON(Kind.CONFLICT),
    STEP_ALREADY_COMPLETED(Kind.CONFLICT),
    STEP_NOT_COMPLETED(Kind.CONFLICT),
    STEP_NOT_RETURNABLE(Kind.CONFLICT),
    BEFORE_REGISTRATION(Kind.INVALID),
    BEFORE_CONCLUSION(Kind.INVALID),
    PERIOD_REVERSED(Kind.INVALID),
    PERIOD_TOO_FAR(Kind.INVALID),
    PERIOD_BEFORE_REGISTRATION(Kind.INVALID),
    PERIOD_NOT_BEGUN(Kind.INVALID),
    EVIDENCE_NOT_RIGHT(Kind.INVALID),
    VALUES_NOT_RIGHT(Kind.INVALID),
    POINTS_NOT_RIGHT(Kind.INVALID),
    CRITERION_MISSING(Kind.INVALID),
    CRITERION_UNKNOWN(Kind.INVALID),
    CRITERION_OF_OTHERS(Kind.INVALID),
    NOTHING_TO_SCORE(Kind.INVALID),
    POINTS_OUT_OF_RANGE(Kind.INVALID),
    TOO_MANY_DECIMALS(Kind.INVALID),
    SUPERIOR_SCORE_MISSING(Kind.CONFLICT),
    SCORES_MISSING(Kind.CONFLICT),
    ALREADY_CONCLUDED(Kind.CONFLICT),
    NOT_CONCLUDED(Kind.CONFLICT),
    RUBRIC_NOT_RIGHT(Kind.INVALID),
    RUBRIC_RELEASED(Kind.CONFLICT),
    VERSION_RESERVED(Kind.INVALID),
    WEIGHTS_NOT_HUNDRED(Kind.INVALID),
    WEIGHT_NOT_POSITIVE(Kind.INVALID),
    BANDS_NOT_FROM_ZERO(Kind.INVALID),
    BANDS_NOT_ASCENDING(Kind.INVALID),
    BAND_OUT_OF_RANGE(Kind.INVALID),
    PASSES_MISSING(Kind.INVALID),
    PASSES_NOT_ASCENDING(Kind.INVALID),
    CODE_TWICE(Kind.INVALID),
    CODE_RESERVED(Kind.INVALID),
    PAPERS_INCOMPLETE(Kind.INVALID),
    DAY_MISSING(Kind.INVALID),
    NUMBER_MISSING(Kind.INVALID);

    private final Kind kind;

    EvaluationReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
