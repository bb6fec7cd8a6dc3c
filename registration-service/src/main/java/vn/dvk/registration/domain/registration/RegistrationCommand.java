package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/** Everything that can be asked about a registration. */
public sealed interface RegistrationCommand {

    /**
     * Opens a draft, and submits it in the same breath if a submission is given: then it is refused as a whole when
     * something is missing.
     */
    record Draft(
            String id, String code, Form form, @Nullable Submit submission) implements RegistrationCommand {}

    record Rewrite(Form form) implements RegistrationCommand {}

    record Submit(LocalDate on, Conditions conditions) implements RegistrationCommand {}

    record Select(LocalDate on, @Nullable Paper minutes) implements RegistrationCommand {}

    record Return(LocalDate on, String reason) implements RegistrationCommand {}

    record Accept(LocalDate on, Paper approval) implements RegistrationCommand {}

    record Amend(LocalDate on, String reason, Change change, Conditions conditions) implements RegistrationCommand {}

    record Withdraw(LocalDate on, String reason) implements RegistrationCommand {}
}
