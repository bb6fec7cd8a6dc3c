package vn.dvk.kit.relay;

/** More events wait to be published than may wait: the broker is away or too slow. Try again later; nothing was decided. */
public final class OutboxFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxFull(long waiting) {
        super("%d events wait to be published".formatted(waiting));
    }
}
