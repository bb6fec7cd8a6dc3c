package vn.dvk.registration.write.returnregistration;

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
import vn.dvk.registration.domain.registration.RegistrationCommand.Return;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** What is under review goes back to its unit, with a reason it can act on. */
@RestController
@Tag(name = "Registrations")
class ReturnRegistrationController {

    private final RegistrationCommandHandler registrations;

    ReturnRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Returning(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotBlank @Size(min = 10, max = 1000) String reason) {}

    @Operation(summary = "Return it with a reason (trả lại bổ sung)")
    @PostMapping("/api/v1/registrations/{id}/return")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> giveBack(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Returning body,
            RequestContext context) {
        return registrations.handle(
                id, new Return(body.on(), body.reason(), registrations.historic(body.on(), null)), context, expected);
    }
}
