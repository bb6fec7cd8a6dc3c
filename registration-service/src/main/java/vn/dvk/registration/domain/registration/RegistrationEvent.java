package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/** Everything that can happen to a registration. {@code on} is the business date. */
public sealed interface RegistrationEvent {

    record Drafted(String id, String code, Form form) implements RegistrationEvent {}

    record Rewritten(Form form) implements RegistrationEvent {}

    record Submitted(LocalDate on) implements RegistrationEvent {}

    /** The base has chosen it (xét chọn). */
    record Selected(LocalDate on, @Nullable Paper minutes) implements RegistrationEvent {}

    record Returned(LocalDate on, String reason) implements RegistrationEvent {}

    /** The superior has approved it (phê duyệt): from now on it is a registered model. */
    record Registered(LocalDate on, Paper approval) implements RegistrationEvent {}

    record Amended(LocalDate on, String reason, Form form) implements RegistrationEvent {}

    record Withdrawn(LocalDate on, String reason) implements RegistrationEvent {}
}
