package vn.dvk.registration.write.disapproveregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Disapprove;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** What is under review is not approved, with a reason; unlike what is returned, it does not come back. */
@RestController
@Tag(name = "Registrations")
class DisapproveRegistrationController {

    private final RegistrationCommandHandler registrations;

    DisapproveRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Disapproval(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotBlank @Size(min = 10, max = 1000) String reason) {}

    @Operation(summary = "Do not approve it (không duyệt); it is over, other than when it is returned")
    @PostMapping("/api/v1/registrations/{id}/non-approval")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> disapprove(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Disapproval body,
            RequestContext context) {
        return registrations.handle(
                id,
                new Disapprove(body.on(), body.reason(), registrations.historic(body.on(), null)),
                context,
                expected);
    }
}
