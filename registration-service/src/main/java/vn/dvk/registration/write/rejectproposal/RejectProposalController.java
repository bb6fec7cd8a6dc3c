package vn.dvk.registration.write.rejectproposal;

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
import vn.dvk.registration.domain.registration.RegistrationCommand.RejectProposal;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** What an officer has proposed for a recognized model does not take effect, for a reason that stays on record. */
@RestController
@Tag(name = "Registrations")
class RejectProposalController {

    private final RegistrationCommandHandler registrations;

    RejectProposalController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Rejection(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(min = 10, max = 1000) String reason) {}

    @Operation(summary = "Reject what is proposed for a recognized model, with a reason")
    @PostMapping("/api/v1/registrations/{id}/proposal/rejection")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> reject(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Rejection body,
            RequestContext context) {
        return registrations.handle(id, new RejectProposal(body.on(), body.reason()), context, expected);
    }
}
