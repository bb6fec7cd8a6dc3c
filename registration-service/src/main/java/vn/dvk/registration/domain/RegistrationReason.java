package vn.dvk.registration.domain;

import vn.dvk.kit.decide.Reason;

/** Everything this service can refuse for. The sentences are in {@code problems_vi} and {@code problems_en}. */
public enum RegistrationReason implements Reason {
    UNIT_OWN_PARENT(Kind.INVALID),
    UNIT_PERIOD_REVERSED(Kind.INVALID),
    UNIT_UNKNOWN(Kind.INVALID),
    UNIT_NOT_ALIVE(Kind.INVALID),
    SUCCESSION_OUTSIDE_LIFE(Kind.INVALID),
    SUCCESSION_NEEDS_SUCCESSOR(Kind.INVALID),
    SUCCESSION_NEEDS_NAME(Kind.INVALID),
    SUCCESSION_NEEDS_PARENT(Kind.INVALID),
    PROGRAMME_INVALID(Kind.INVALID),
    PROGRAMME_UNKNOWN(Kind.INVALID),
    PERIOD_REVERSED(Kind.INVALID),
    CUT_OFF_BEFORE_START(Kind.INVALID),
    CODE_TWICE(Kind.INVALID),
    REGISTRATION_INCOMPLETE(Kind.INVALID),
    FIELD_UNKNOWN(Kind.INVALID),
    LEVEL_NOT_USED(Kind.INVALID),
    KIND_NOT_USED(Kind.INVALID),
    SUBJECT_NOT_USED(Kind.INVALID),
    SITUATION_MISSING(Kind.INVALID),
    PLACE_MISSING(Kind.INVALID),
    GOAL_NOT_MEASURABLE(Kind.INVALID),
    PERSON_MISSING(Kind.INVALID),
    REPLICA_SOURCE_MISSING(Kind.INVALID),
    OUTSIDE_PERIOD(Kind.INVALID),
    DATE_BEFORE_PREVIOUS(Kind.INVALID),
    NOTHING_TO_AMEND(Kind.INVALID),
    REGISTRATION_FIXED(Kind.INVALID),
    FIELD_FIXED(Kind.INVALID),
    REGISTRATION_UNKNOWN(Kind.ABSENT),
    IDEMPOTENCY_KEY_REUSED(Kind.INVALID),
    NOT_EDITABLE(Kind.CONFLICT),
    NOT_SUBMITTABLE(Kind.CONFLICT),
    NOT_SUBMITTED(Kind.CONFLICT),
    NOT_SELECTED(Kind.CONFLICT),
    NOT_UNDER_REVIEW(Kind.CONFLICT),
    NOT_REGISTERED(Kind.CONFLICT),
    WITHDRAWN(Kind.CONFLICT);

    private final Kind kind;

    RegistrationReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
