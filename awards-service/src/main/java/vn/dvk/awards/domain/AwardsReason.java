package vn.dvk.awards.domain;

import vn.dvk.kit.decide.Reason;

/** Everything this service can refuse for. The sentences are in {@code problems_vi} and {@code problems_en}. */
public enum AwardsReason implements Reason {
    /** Its registration may still be under way. */
    NOT_KNOWN_YET(Kind.ABSENT),
    PROGRAMME_NOT_KNOWN_YET(Kind.CONFLICT),
    WITHDRAWN(Kind.CONFLICT),
    ON_HOLD(Kind.CONFLICT),
    /** Its unit, or whoever is to receive it, is on hold. */
    HELD_WITH_OTHERS(Kind.CONFLICT),
    HOLD_TARGET(Kind.INVALID),
    LEVEL_NOT_USED(Kind.INVALID),
    /** Some forms are given by the Party only, or by the State. */
    FORM_OF_ONE_TRACK(Kind.INVALID),
    NOT_EVALUATED(Kind.CONFLICT),
    EVALUATION_NOT_PASSED(Kind.CONFLICT),
    /** The appraisal was returned, or the conclusion was an error; the council has to conclude again. */
    CONCLUSION_VOIDED(Kind.CONFLICT),
    ALREADY_RECOGNIZED(Kind.CONFLICT),
    ALREADY_REFUSED(Kind.CONFLICT),
    ONE_ACHIEVEMENT_ONE_FORM(Kind.CONFLICT),
    /** Whoever it is for is not in the registration: the head of a household, above all. */
    RECIPIENT_NEEDED(Kind.INVALID),
    RECIPIENT_TWICE(Kind.INVALID),
    AMOUNT_NEGATIVE(Kind.INVALID),
    AMOUNT_BASIS_NEEDED(Kind.INVALID),
    PERIOD_REVERSED(Kind.INVALID),
    DECISION_LATER_THAN_DAY(Kind.INVALID),
    PAPERS_INCOMPLETE(Kind.INVALID),
    DAY_MISSING(Kind.INVALID),
    /** Whatever the programme: this is not told of the past by less than its day. */
    DAY_NEEDED(Kind.INVALID),
    DATE_BEFORE_PREVIOUS(Kind.INVALID),
    /** Named by an id that no decision has. */
    DECISION_UNKNOWN(Kind.ABSENT),
    DECISION_DRAFT_UNKNOWN(Kind.ABSENT),
    DECISION_IN_REGISTER(Kind.CONFLICT),
    DECISION_NUMBER_TAKEN(Kind.CONFLICT),
    DECISION_DATE_DIFFERS(Kind.INVALID),
    DECISION_REVOKED(Kind.CONFLICT),
    /** Somebody is entering that number at this moment. */
    DECISION_BEING_ENTERED(Kind.CONFLICT),
    RECOGNITION_UNKNOWN(Kind.ABSENT),
    REFUSAL_UNKNOWN(Kind.ABSENT),
    AWARD_UNKNOWN(Kind.ABSENT),
    HOLD_UNKNOWN(Kind.ABSENT),
    ALREADY_REVOKED(Kind.CONFLICT),
    /** It says what is there already. */
    NOTHING_TO_CORRECT(Kind.INVALID),
    ALREADY_RELEASED(Kind.CONFLICT),
    PROGRAMME_UNKNOWN(Kind.INVALID),
    UNIT_UNKNOWN(Kind.INVALID),
    UNIT_NOT_ALIVE(Kind.INVALID),
    SOURCE_ITSELF(Kind.INVALID),
    TARGET_NEEDED(Kind.INVALID),
    SOURCE_NEEDED(Kind.INVALID),
    REPLICATION_UNKNOWN(Kind.ABSENT),
    ALREADY_PROPOSED(Kind.CONFLICT),
    ALREADY_APPLYING(Kind.CONFLICT),
    NOT_APPLYING(Kind.CONFLICT),
    ALREADY_CONFIRMED(Kind.CONFLICT),
    REPLICATION_STOPPED(Kind.CONFLICT),
    REPLICA_NOT_REGISTERED(Kind.CONFLICT),
    /** A unit merged into the target applies it already, and that goes on in the target. */
    TAKEN_OVER(Kind.CONFLICT),
    SUBMISSION_UNKNOWN(Kind.ABSENT),
    SUBMISSION_INCOMPLETE(Kind.INVALID),
    ADDRESSEE_NEEDED(Kind.INVALID),
    ITEMS_NEEDED(Kind.INVALID),
    ITEM_ASKS_ONE(Kind.INVALID),
    ITEM_TWICE(Kind.INVALID),
    ITEM_UNKNOWN(Kind.INVALID),
    /** The same is asked for by another submission that is not decided. */
    ITEM_SUBMITTED(Kind.CONFLICT),
    ITEM_NOT_ASKED(Kind.INVALID),
    ITEM_ANSWERED(Kind.CONFLICT),
    ALREADY_SENT(Kind.CONFLICT),
    /** Only what was never sent can be thrown away. */
    NOT_A_DRAFT(Kind.CONFLICT),
    ALREADY_RETURNED(Kind.CONFLICT),
    SUBMISSION_RETURNED(Kind.CONFLICT),
    SUBMISSION_DECIDED(Kind.CONFLICT),
    /** What was answered cannot be sent back. */
    PARTLY_DECIDED(Kind.CONFLICT),
    /** The register's entry does not name the submission. */
    DECISION_ANSWERS_OTHERS(Kind.INVALID);

    private final Kind kind;

    AwardsReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
