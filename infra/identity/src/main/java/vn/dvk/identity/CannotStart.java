package vn.dvk.identity;

import org.jspecify.annotations.Nullable;

/** A reason not to start that the person at the keyboard can do something about. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param reason one sentence: what is wrong, and where
     * @param action one sentence: what to do about it
     */
    CannotStart(String reason, String action, @Nullable Throwable cause) {
        super(reason, cause);
        this.action = action;
    }

    CannotStart(String reason, String action) {
        this(reason, action, null);
    }

    String action() {
        return action;
    }
}
