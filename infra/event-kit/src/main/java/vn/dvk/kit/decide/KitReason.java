package vn.dvk.kit.decide;

/** The refusals that the kit itself gives. */
public enum KitReason implements Reason {
    /** A stream is a short history; past the limit the next command is refused, nothing is ever cut off. */
    STREAM_FULL(Kind.CONFLICT);

    private final Kind kind;

    KitReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
