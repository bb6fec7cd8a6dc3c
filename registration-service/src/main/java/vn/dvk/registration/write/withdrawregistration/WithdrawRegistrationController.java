package vn.dvk.registration.write.withdrawregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Withdraw;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** The unit takes it back, for a reason that stays on record. */
@RestController
@Tag(name = "Registrations")
class WithdrawRegistrationController {

    private final RegistrationCommandHandler registrations;

    WithdrawRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Withdrawal(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 1000) String reason) {}

    @Operation(summary = "Withdraw it, before or after it was registered")
    @PostMapping("/api/v1/registrations/{id}/withdrawal")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> withdraw(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Withdrawal body,
            RequestContext context) {
        return registrations.handle(id, new Withdraw(body.on(), body.reason()), context, expected);
    }
}
