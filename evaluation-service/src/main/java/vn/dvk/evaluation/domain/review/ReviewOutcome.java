package vn.dvk.evaluation.domain.review;

/** What a yearly review says of a model. */
public enum ReviewOutcome {
    /** Duy trì. */
    MAINTAINED,
    /** Phát huy, nâng cao. */
    STRENGTHENED,
    /** Cần củng cố. */
    TO_BE_CONSOLIDATED,
    /** Dừng. */
    STOPPED,
    /** Kết thúc. */
    ENDED;

    /** Whether the model is given up: nothing is expected of it any more. */
    public boolean givesUp() {
        return this == STOPPED || this == ENDED;
    }

    /** Whether the model works (còn hiệu quả). */
    public boolean works() {
        return this == MAINTAINED || this == STRENGTHENED;
    }
}
