package vn.dvk.registration.write.acceptregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.write.KnownPaperBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Stage 2: the superior accepts, one or many by the same document; from then on each counts as a registered model. */
@RestController
@Tag(name = "Registrations")
class AcceptRegistrationController {

    private final RegistrationCommandHandler registrations;

    AcceptRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Acceptance(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotNull @Valid KnownPaperBody approval) {

        Accept toCommand(RegistrationCommandHandler registrations) {
            var paper = approval.toPaper();
            return new Accept(
                    on,
                    paper,
                    registrations.levels(),
                    registrations.historic(on, paper),
                    registrations.closings(),
                    registrations.mergers());
        }
    }

    record Acceptances(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotNull @Valid KnownPaperBody approval,
            @NotEmpty @Size(max = 1000) List<@NotBlank String> ids) {

        /** What is asked of each of them. */
        Acceptance each() {
            return new Acceptance(on, approval);
        }
    }

    @Operation(summary = "Stage 2: the superior accepts it (phê duyệt); the model is registered")
    @PostMapping("/api/v1/registrations/{id}/acceptance")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> accept(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Acceptance body,
            RequestContext context) {
        return registrations.handle(id, body.toCommand(registrations), context, expected);
    }

    @Operation(summary = "Accept many at once, by one document")
    @PostMapping("/api/v1/registrations/bulk-acceptance")
    @Allowed(roles = "'REVIEWER'")
    Map<String, Object> acceptAll(@Valid @RequestBody Acceptances body, RequestContext context) {
        return registrations.handleAll(body.ids(), body.each().toCommand(registrations), body.each(), context);
    }
}
