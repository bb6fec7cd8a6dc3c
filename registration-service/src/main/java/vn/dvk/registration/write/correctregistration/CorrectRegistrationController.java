package vn.dvk.registration.write.correctregistration;

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
import vn.dvk.registration.domain.registration.RegistrationCommand.Correct;
import vn.dvk.registration.write.NamedSubjects;
import vn.dvk.registration.write.NewValuesBody;
import vn.dvk.registration.write.PaperBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;

/** What is registered is put right: it was always so, and whoever counts tells the past anew. */
@RestController
@Tag(name = "Registrations")
class CorrectRegistrationController {

    private final RegistrationCommandHandler registrations;
    private final NamedSubjects subjects;

    CorrectRegistrationController(RegistrationCommandHandler registrations, NamedSubjects subjects) {
        this.registrations = registrations;
        this.subjects = subjects;
    }

    @Operation(
            summary = "Correct a registered model (đính chính): it was always so; the reason is kept",
            description = "Every field of the form, also to empty one (\"empty\": [\"level\"]), and how it was accepted"
                    + " (\"accepted\"); of what was withdrawn too. Of a recognized model it waits for a reviewer if an"
                    + " officer says so alone.")
    @PostMapping("/api/v1/registrations/{id}/correction")
    @Allowed(roles = "'OFFICER', 'REVIEWER'")
    ResponseEntity<?> correct(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody NewValuesBody body,
            RequestContext context,
            WebRequest request) {
        var alone = !request.isUserInRole("REVIEWER");
        return registrations.handle(
                id,
                known -> {
                    var values = body.toValues();
                    subjects.check(values, known.form());
                    var conditions = registrations.conditions(
                            values.appliedTo(known.atRegistration()), body.registeredOn(known));
                    return new Correct(
                            body.on(),
                            values,
                            body.reason(),
                            PaperBody.toPaper(body.paper()),
                            conditions,
                            alone,
                            known.toCorrect(values));
                },
                context,
                expected);
    }
}
