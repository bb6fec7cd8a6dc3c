package vn.dvk.awards.domain.decision;

import java.time.LocalDate;
import vn.dvk.awards.domain.Revocation;

/** Everything that can happen to a decision in the register. */
public sealed interface RegisterEvent {

    record Issued(String decision, DecisionText text) implements RegisterEvent {}

    /** It never read as it did; {@code on} is the day of the correction. */
    record Corrected(DecisionText was, DecisionText now, String reason, LocalDate on) implements RegisterEvent {}

    record Revoked(Revocation revocation) implements RegisterEvent {}
}
