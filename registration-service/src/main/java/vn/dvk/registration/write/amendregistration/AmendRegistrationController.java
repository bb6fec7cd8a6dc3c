package vn.dvk.registration.write.amendregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.registration.Change;
import vn.dvk.registration.domain.registration.RegistrationCommand.Amend;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** What is registered is put right, for a reason that stays on record. */
@RestController
@Tag(name = "Registrations")
class AmendRegistrationController {

    private final RegistrationCommandHandler registrations;

    AmendRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Amendment(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Size(min = 1, max = 300) String name,
            @Nullable @Size(max = 40) String field,
            @Nullable @Pattern(regexp = FormBody.CODE) String unit,
            @Nullable RegistrationKind kind,
            @Nullable SubjectType subject,
            @Nullable Level level,
            @Nullable @Size(min = 1, max = 300) String place,
            FormBody.@Nullable @Valid PersonBody person) {

        Change toChange() {
            return new Change(
                    name, field, unit, kind, subject, level, place, person == null ? null : person.toPerson());
        }
    }

    @Operation(summary = "Amend a registered model; the reason is kept")
    @PostMapping("/api/v1/registrations/{id}/amendment")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> amend(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Amendment body,
            RequestContext context) {
        return registrations.handle(
                id,
                known -> {
                    var unit = body.unit() == null ? known.form().unit() : body.unit();
                    var on = known.submittedOnOr(body.on());
                    var conditions = registrations.conditions(known.form().programme(), unit, on);
                    return new Amend(body.on(), body.reason(), body.toChange(), conditions);
                },
                context,
                expected);
    }
}
