package vn.dvk.replay.api;

/** The platform cannot or will not do what the replay needs. The message is one sentence for the person who runs it. */
public final class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformFailure(String message) {
        super(message);
    }
}
