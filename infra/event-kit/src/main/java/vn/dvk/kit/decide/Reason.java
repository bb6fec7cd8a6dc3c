package vn.dvk.kit.decide;

import java.util.Locale;

/**
 * Why something is refused: a stable code, which callers may rely on for ever, and what sort of refusal it is.
 *
 * <p>Each service lists its reasons in an enum; the sentences stand in its {@code problems_vi.properties} and {@code
 * problems_en.properties} under the code.
 */
public interface Reason {

    /** The enum constant's own name. */
    String name();

    /** Stable, lower case with hyphens, for example {@code step-out-of-order}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Kind kind();

    /** What the caller can do about it. */
    enum Kind {
        /** The content breaks a rule: change the content. */
        INVALID,
        /** Not in this state, or not yet: look again, then ask again. */
        CONFLICT,
        /** There is no such thing. */
        ABSENT,
        /** Not for this person. */
        FORBIDDEN
    }
}
