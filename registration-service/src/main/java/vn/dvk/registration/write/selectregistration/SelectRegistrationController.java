package vn.dvk.registration.write.selectregistration;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Select;
import vn.dvk.registration.write.KnownPaperBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Stage 1: the base selects, one or many by the same minutes. */
@RestController
@Tag(name = "Registrations")
class SelectRegistrationController {

    private final RegistrationCommandHandler registrations;

    SelectRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record Selection(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Nullable @Valid KnownPaperBody minutes) {

        Select toCommand(RegistrationCommandHandler registrations) {
            var paper = KnownPaperBody.toPaper(minutes);
            return new Select(on, paper, registrations.historic(on, paper), registrations.closings());
        }
    }

    record Selections(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @Nullable @Valid KnownPaperBody minutes,
            @NotEmpty @Size(max = 1000) List<@NotBlank String> ids) {}

    @Operation(summary = "Stage 1: the base selects it (xét chọn)")
    @PostMapping("/api/v1/registrations/{id}/selection")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> select(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody Selection body,
            RequestContext context) {
        return registrations.handle(id, body.toCommand(registrations), context, expected);
    }

    @Operation(summary = "Select many at once")
    @PostMapping("/api/v1/registrations/bulk-selection")
    @Allowed(roles = "'REVIEWER'")
    Map<String, Object> selectAll(@Valid @RequestBody Selections body, RequestContext context) {
        var each = new Selection(body.on(), body.minutes());
        return registrations.handleAll(body.ids(), each.toCommand(registrations), each, context);
    }
}
