package vn.dvk.kit.decide;

/** The refusals that the kit itself gives. */
public enum KitReason implements Reason {
    /** A stream is a short history; past the limit people's commands are refused, news from elsewhere never. */
    STREAM_FULL(Kind.CONFLICT),
    /** An idempotency key stands for one request; under the same key something else was asked before. */
    KEY_REUSED(Kind.INVALID),
    /** A word that its vocabulary does not have. */
    TERM_UNKNOWN(Kind.INVALID),
    /** A word that its vocabulary has, but not on the day of which it is said. */
    TERM_NOT_IN_FORCE(Kind.INVALID);

    private final Kind kind;

    KitReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
