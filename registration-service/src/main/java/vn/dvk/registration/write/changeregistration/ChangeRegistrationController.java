package vn.dvk.registration.write.changeregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Change;
import vn.dvk.registration.write.NamedSubjects;
import vn.dvk.registration.write.NewValuesBody;
import vn.dvk.registration.write.PaperBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** What is registered becomes different from a day on; before, it stays as it was. */
@RestController
@Tag(name = "Registrations")
class ChangeRegistrationController {

    private final RegistrationCommandHandler registrations;
    private final NamedSubjects subjects;

    ChangeRegistrationController(RegistrationCommandHandler registrations, NamedSubjects subjects) {
        this.registrations = registrations;
        this.subjects = subjects;
    }

    @Operation(
            summary = "Change a registered model from a day on (thay đổi); the reason is kept",
            description = "Of a recognized model it waits for a reviewer if an officer says so alone.")
    @PostMapping("/api/v1/registrations/{id}/change")
    @Allowed(roles = "'OFFICER', 'REVIEWER'")
    ResponseEntity<?> change(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody NewValuesBody body,
            RequestContext context,
            WebRequest request) {
        var alone = !request.isUserInRole("REVIEWER");
        return registrations.handle(
                id,
                known -> {
                    var form = known.form();
                    var values = body.toValues();
                    subjects.check(values, form);
                    var conditions = registrations.conditions(values.appliedTo(form), body.on());
                    return new Change(
                            body.on(), values, body.reason(), PaperBody.toPaper(body.paper()), conditions, alone, form);
                },
                context,
                expected);
    }
}
