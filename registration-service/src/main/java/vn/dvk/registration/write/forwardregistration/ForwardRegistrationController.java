package vn.dvk.registration.write.forwardregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Forward;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.PaperBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** The programme above counts a registered model too, from a day on; its process stays where it is. */
@RestController
@Tag(name = "Registrations")
class ForwardRegistrationController {

    private final RegistrationCommandHandler registrations;

    ForwardRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    /** @param programme the one above: the parent of its own, or of the last one it was forwarded to */
    record ForwardingBody(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Pattern(regexp = FormBody.CODE) String programme,
            @Nullable @Valid PaperBody paper) {}

    @Operation(
            summary = "Forward a registered model to the programme above (chuyển lên cấp trên)",
            description = "It is not registered again: one process in its own programme; the one above counts it from"
                    + " that day, by its own fields. A count over several programmes counts it once.")
    @PostMapping("/api/v1/registrations/{id}/forwarding")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> forward(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ForwardingBody body,
            RequestContext context) {
        return registrations.handle(
                id,
                known -> new Forward(
                        body.on(), body.programme(), PaperBody.toPaper(body.paper()), registrations.destination(known)),
                context,
                expected);
    }
}
