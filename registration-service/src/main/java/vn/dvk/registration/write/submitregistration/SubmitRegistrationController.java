package vn.dvk.registration.write.submitregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** The unit hands its form in, if nothing is missing. */
@RestController
@Tag(name = "Registrations")
class SubmitRegistrationController {

    private final RegistrationCommandHandler registrations;

    SubmitRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    /** @param on the day, or of a historic programme the month or the year: {@code "2018"} */
    record Submission(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on) {}

    @Operation(summary = "Submit it for selection; says field by field what is missing")
    @PostMapping("/api/v1/registrations/{id}/submission")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> submit(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Submission body,
            RequestContext context) {
        return registrations.submit(
                id,
                known -> new Submit(known.toDraft(), body.on(), registrations.conditions(known.form(), body.on())),
                context,
                expected);
    }
}
