package vn.dvk.registration.write.drafts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.Draft;
import vn.dvk.registration.domain.registration.RegistrationCommand.Rewrite;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationCommand.Withdraw;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.store.Codes;
import vn.dvk.registration.web.FormBody;
import vn.dvk.registration.web.Lookup;
import vn.dvk.registration.web.RegistrationBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ETag;

/** Translates; decides nothing. */
@RestController
@Tag(name = "Registrations")
class DraftController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Lookup lookup;
    private final Codes codes;
    private final Answers answers;

    DraftController(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            Lookup lookup,
            Codes codes,
            Answers answers) {
        this.registrations = registrations;
        this.lookup = lookup;
        this.codes = codes;
        this.answers = answers;
    }

    record On(@NotNull @PastOrPresent LocalDate on) {}

    record Withdrawal(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 1000) String reason) {}

    /** The registration's id follows from the key, so that the same request again finds the same draft. */
    @Operation(summary = "Open a draft; programme, unit and name are enough")
    @PostMapping("/api/v1/registrations")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> draft(@Valid @RequestBody FormBody body, RequestContext cause) {
        lookup.conditions(body.programme(), List.of());
        var id = DeterministicId.of("registration", String.valueOf(cause.key()));
        var code = registrations.find(id).isPresent()
                ? ""
                : codes.take(body.programme(), 1).next();
        var outcome = registrations.handle(
                CommandEnvelope.of(id, new Draft(id, code, body.toForm(), null), cause.withKey(null)));
        return answers.created(outcome, "/api/v1/registrations/" + id, RegistrationBody.with(outcome));
    }

    @Operation(summary = "Rewrite a draft, or what was returned")
    @PutMapping("/api/v1/registrations/{id}")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> rewrite(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody FormBody body,
            RequestContext cause) {
        return ask(id, new Rewrite(body.toForm()), cause, version);
    }

    @Operation(summary = "Submit it for selection; says field by field what is missing")
    @PostMapping("/api/v1/registrations/{id}/submission")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> submit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody On body,
            RequestContext cause) {
        var form = lookup.registration(id).form();
        var conditions = lookup.conditions(form.programme(), form.unit(), body.on());
        return ask(id, new Submit(body.on(), conditions), cause, version);
    }

    @Operation(summary = "Withdraw it, before or after it was registered")
    @PostMapping("/api/v1/registrations/{id}/withdrawal")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> withdraw(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody Withdrawal body,
            RequestContext cause) {
        return ask(id, new Withdraw(body.on(), body.reason()), cause, version);
    }

    private ResponseEntity<?> ask(
            String id, RegistrationCommand command, RequestContext cause, @Nullable ETag version) {
        var number = version == null ? null : version.number();
        var outcome = registrations.handle(CommandEnvelope.of(id, command, cause, number));
        return answers.ok(outcome, RegistrationBody.with(outcome));
    }
}
