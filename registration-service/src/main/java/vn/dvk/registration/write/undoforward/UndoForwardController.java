package vn.dvk.registration.write.undoforward;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.UndoForward;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** The programme above never counted it: forwarded by mistake, or to the wrong one. */
@RestController
@Tag(name = "Registrations")
class UndoForwardController {

    private final RegistrationCommandHandler registrations;

    UndoForwardController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    /**
     * @param on        the day on which that was found
     * @param programme the one it was forwarded to last
     */
    record UndoingBody(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Pattern(regexp = FormBody.CODE) String programme,
            @NotBlank @Size(max = 1000) String reason) {}

    @Operation(
            summary = "Undo a forwarding (hủy chuyển lên cấp trên)",
            description = "The programme above never counted it; what its tables said before stays as it was known."
                    + " Forwarded further up from there, that is undone first. It can be forwarded again.")
    @PostMapping("/api/v1/registrations/{id}/forwarding/void")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> undo(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody UndoingBody body,
            RequestContext context) {
        return registrations.handle(id, new UndoForward(body.on(), body.programme(), body.reason()), context, expected);
    }
}
