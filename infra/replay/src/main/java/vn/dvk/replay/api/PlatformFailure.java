package vn.dvk.replay.api;

import java.util.Set;

/** The platform cannot or will not do what the replay needs. The message is one sentence for the person who runs it. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> codes;

    public PlatformFailure(String message) {
        this(message, Set.of());
    }

    /** @param codes of the problem with which it refused, and of its fields */
    PlatformFailure(String message, Set<String> codes) {
        super(message);
        this.codes = Set.copyOf(codes);
    }

    /** Whether the platform refused with that code, of the whole or of one of its fields. */
    public boolean isRefusal(String code) {
        return codes.contains(code);
    }
}
