package vn.dvk.service.web;

import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;

/** Ends a request with a refusal where there is no outcome to return: a missing thing, a malformed parameter. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    public Refused(Refusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    public Refused(Reason reason, Object... arguments) {
        this(Refusal.because(reason, arguments));
    }

    public static Refused notFound(String what, String id) {
        return new Refused(WebReason.NOT_FOUND, what, id);
    }

    Refusal why() {
        return why;
    }
}
