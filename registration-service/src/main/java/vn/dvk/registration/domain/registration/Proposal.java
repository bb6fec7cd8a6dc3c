package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/**
 * What an officer wants to be put right or changed in a recognized model; it takes effect when a reviewer approves it.
 *
 * @param on the day of the correction, or the day from which the change holds
 */
public record Proposal(
        Kind kind,
        LocalDate on,
        NewValues values,
        String reason,
        @Nullable Paper paper) {

    /** What it would be. */
    public enum Kind {
        CORRECTION,
        CHANGE
    }

    /** As the stream keeps it: of a registration about people without their texts. */
    public Proposal sealed(Form right, String registration) {
        return right.concernsPeople() ? with(values.sealed(registration)) : this;
    }

    public Proposal with(NewValues others) {
        return new Proposal(kind, on, others, reason, paper);
    }
}
