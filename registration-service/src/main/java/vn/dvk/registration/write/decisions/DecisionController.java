package vn.dvk.registration.write.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.Kind;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.Subject;
import vn.dvk.registration.domain.registration.Change;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.Accept;
import vn.dvk.registration.domain.registration.RegistrationCommand.Amend;
import vn.dvk.registration.domain.registration.RegistrationCommand.Return;
import vn.dvk.registration.domain.registration.RegistrationCommand.Select;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.web.FormBody;
import vn.dvk.registration.web.Lookup;
import vn.dvk.registration.web.PaperBody;
import vn.dvk.registration.web.RegistrationBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ETag;

/** Translates; decides nothing. */
@RestController
@Tag(name = "Decisions on registrations")
class DecisionController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Lookup lookup;
    private final Answers answers;

    DecisionController(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            Lookup lookup,
            Answers answers) {
        this.registrations = registrations;
        this.lookup = lookup;
        this.answers = answers;
    }

    record Selection(
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Valid PaperBody minutes) {

        Select toCommand() {
            return new Select(on, PaperBody.toPaper(minutes));
        }
    }

    record Acceptance(
            @NotNull @PastOrPresent LocalDate on,
            @NotNull @Valid PaperBody approval) {

        Accept toCommand() {
            return new Accept(on, approval.toPaper());
        }
    }

    record Selections(
            @NotNull @PastOrPresent LocalDate on,
            @Nullable @Valid PaperBody minutes,
            @NotEmpty @Size(max = 1000) List<@NotBlank String> ids) {}

    record Acceptances(
            @NotNull @PastOrPresent LocalDate on,
            @NotNull @Valid PaperBody approval,
            @NotEmpty @Size(max = 1000) List<@NotBlank String> ids) {}

    record Returning(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(min = 10, max = 1000) String reason) {}

    record Amendment(
            @NotNull @PastOrPresent LocalDate on,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Size(min = 1, max = 300) String name,
            @Nullable @Size(max = 40) String field,
            @Nullable @Pattern(regexp = FormBody.CODE) String unit,
            @Nullable Kind kind,
            @Nullable Subject subject,
            @Nullable Level level,
            @Nullable @Size(min = 1, max = 300) String place,
            FormBody.@Nullable @Valid PersonBody person) {

        Change toChange() {
            return new Change(
                    name, field, unit, kind, subject, level, place, person == null ? null : person.toPerson());
        }
    }

    @Operation(summary = "Stage 1: the base selects it (xét chọn)")
    @PostMapping("/api/v1/registrations/{id}/selection")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> select(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody Selection body,
            RequestContext cause) {
        return ask(id, body.toCommand(), cause, version);
    }

    @Operation(summary = "Stage 2: the superior accepts it (phê duyệt); the model is registered")
    @PostMapping("/api/v1/registrations/{id}/acceptance")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> accept(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody Acceptance body,
            RequestContext cause) {
        return ask(id, body.toCommand(), cause, version);
    }

    @Operation(summary = "Return it with a reason (trả lại bổ sung)")
    @PostMapping("/api/v1/registrations/{id}/return")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> giveBack(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody Returning body,
            RequestContext cause) {
        return ask(id, new Return(body.on(), body.reason()), cause, version);
    }

    @Operation(summary = "Amend a registered model; the reason is kept")
    @PostMapping("/api/v1/registrations/{id}/amendment")
    @Allowed(roles = "'OFFICER'")
    ResponseEntity<?> amend(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable ETag version,
            @Valid @RequestBody Amendment body,
            RequestContext cause) {
        var state = lookup.registration(id);
        var unit = body.unit() == null ? state.form().unit() : body.unit();
        var on = state.submittedOn() == null ? body.on() : state.submittedOn();
        var conditions = lookup.conditions(state.form().programme(), unit, on);
        return ask(id, new Amend(body.on(), body.reason(), body.toChange(), conditions), cause, version);
    }

    @Operation(summary = "Select many at once")
    @PostMapping("/api/v1/registrations/bulk-selection")
    @Allowed(roles = "'REVIEWER'")
    Map<String, Object> selectAll(@Valid @RequestBody Selections body, RequestContext cause) {
        return askAll(body.ids(), new Select(body.on(), PaperBody.toPaper(body.minutes())), cause);
    }

    @Operation(summary = "Accept many at once, by one document")
    @PostMapping("/api/v1/registrations/bulk-acceptance")
    @Allowed(roles = "'REVIEWER'")
    Map<String, Object> acceptAll(@Valid @RequestBody Acceptances body, RequestContext cause) {
        return askAll(body.ids(), new Accept(body.on(), body.approval().toPaper()), cause);
    }

    private ResponseEntity<?> ask(
            String id, RegistrationCommand command, RequestContext cause, @Nullable ETag version) {
        var number = version == null ? null : version.number();
        var outcome = registrations.handle(CommandEnvelope.of(id, command, cause, number));
        return answers.ok(outcome, RegistrationBody.with(outcome));
    }

    private Map<String, Object> askAll(List<String> ids, RegistrationCommand command, RequestContext cause) {
        var outcomes = registrations.handleAll(ids.stream()
                .map(id -> CommandEnvelope.of(id, command, cause.withKey(null)))
                .toList());
        var rows = answers.rows();
        for (var i = 0; i < ids.size(); i++) {
            rows.add("id", ids.get(i), outcomes.get(i), RegistrationBody::of);
        }
        return rows.body();
    }
}
