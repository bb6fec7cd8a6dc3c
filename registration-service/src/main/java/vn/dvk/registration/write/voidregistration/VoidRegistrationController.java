package vn.dvk.registration.write.voidregistration;

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
import vn.dvk.registration.domain.registration.RegistrationCommand.MakeVoid;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** A registered model turns out never to have been one: entered twice, or by mistake. */
@RestController
@Tag(name = "Registrations")
class VoidRegistrationController {

    private final RegistrationCommandHandler registrations;

    VoidRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record VoidBody(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 1000) String reason) {}

    @Operation(summary = "Void a registered model (hủy): it never was, for example because it was entered twice")
    @PostMapping("/api/v1/registrations/{id}/void")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> makeVoid(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody VoidBody body,
            RequestContext context) {
        return registrations.handle(id, new MakeVoid(body.on(), body.reason()), context, expected);
    }
}
