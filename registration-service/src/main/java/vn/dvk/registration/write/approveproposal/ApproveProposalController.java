package vn.dvk.registration.write.approveproposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.ApproveProposal;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** What an officer has proposed for a recognized model takes effect. */
@RestController
@Tag(name = "Registrations")
class ApproveProposalController {

    private final RegistrationCommandHandler registrations;

    ApproveProposalController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Approval(@NotNull @PastOrPresent LocalDate on) {}

    @Operation(summary = "Approve what is proposed for a recognized model; it takes effect")
    @PostMapping("/api/v1/registrations/{id}/proposal/approval")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> approve(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Approval body,
            RequestContext context) {
        return registrations.handle(
                id,
                known -> {
                    var proposal = known.since().proposal();
                    return new ApproveProposal(
                            body.on(),
                            registrations.conditionsOfProposal(known, body.on()),
                            proposal == null ? known.form() : known.toRevise(proposal),
                            proposal == null ? null : proposal.values());
                },
                context,
                expected);
    }
}
