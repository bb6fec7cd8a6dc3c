package vn.dvk.registration.write.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.Draft;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.store.Codes;
import vn.dvk.registration.web.FormBody;
import vn.dvk.registration.web.Lookup;
import vn.dvk.registration.web.RegistrationBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.RowCheck;

/** Translates; decides nothing. */
@RestController
@Tag(name = "Registrations")
class BulkController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Lookup lookup;
    private final Codes codes;
    private final RowCheck rowCheck;
    private final Answers answers;

    BulkController(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            Lookup lookup,
            Codes codes,
            RowCheck rowCheck,
            Answers answers) {
        this.registrations = registrations;
        this.lookup = lookup;
        this.codes = codes;
        this.rowCheck = rowCheck;
        this.answers = answers;
    }

    /** The rows are not {@code @Valid}: each is checked by itself. */
    record Rows(
            @NotBlank @Pattern(regexp = FormBody.CODE) String programme,
            @NotEmpty @Size(max = 1000) List<@NotNull Row> rows) {}

    /**
     * One row: its key names the registration within the programme for ever, so that the same row again is unchanged
     * and another form under the same key is refused.
     */
    @Operation(
            summary = "Register many at once, row by row",
            description = "With submitOn a row is submitted in the same breath, or refused as a whole.")
    @PostMapping("/api/v1/registrations/bulk")
    @Allowed(roles = "'OFFICER'")
    Map<String, Object> draftAll(@Valid @RequestBody Rows body, RequestContext cause) {
        var outcomes = rowCheck.carryOut(
                body.rows(), right -> registrations.handleAll(asks(body.programme(), right, cause.withKey(null))));
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", String.valueOf(body.rows().get(i).key()), outcomes.get(i), RegistrationBody::of);
        }
        return rows.body();
    }

    private List<CommandEnvelope<RegistrationCommand>> asks(String programme, List<Row> rows, RequestContext cause) {
        var conditions =
                lookup.conditions(programme, rows.stream().map(Row::unit).collect(Collectors.toSet()));
        var ids = rows.stream()
                .map(row -> DeterministicId.of("registration-row", programme, row.key()))
                .toList();
        var known = lookup.existing(ids);
        var range = codes.take(programme, newOnes(ids, known));
        var asks = new ArrayList<CommandEnvelope<RegistrationCommand>>();
        for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var row = rows.get(i);
            var on = row.submitOn();
            var submission = on == null ? null : new Submit(on, conditions.apply(row.unit(), on));
            var draft = new Draft(id, known.contains(id) ? "" : range.next(), row.toForm(programme), submission);
            asks.add(CommandEnvelope.of(id, draft, cause));
        }
        return asks;
    }

    private static int newOnes(List<String> ids, Set<String> known) {
        return (int) ids.stream().filter(id -> !known.contains(id)).count();
    }
}
