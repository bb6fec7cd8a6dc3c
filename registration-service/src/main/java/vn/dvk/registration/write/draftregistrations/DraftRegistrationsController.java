package vn.dvk.registration.write.draftregistrations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.Draft;
import vn.dvk.registration.domain.registration.RegistrationCommand.Submit;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.store.RegistrationCodes;
import vn.dvk.registration.write.BulkRows;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.RegistrationAnswer;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;

/** A list of forms comes in at once; each row is drafted, and submitted if it says when, or refused by itself. */
@RestController
@Tag(name = "Registrations")
class DraftRegistrationsController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final RegistrationCommandHandler commands;
    private final RegistrationCodes codes;
    private final BulkRows bulkRows;
    private final Answers answers;

    DraftRegistrationsController(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            RegistrationCommandHandler commands,
            RegistrationCodes codes,
            BulkRows bulkRows,
            Answers answers) {
        this.registrations = registrations;
        this.commands = commands;
        this.codes = codes;
        this.bulkRows = bulkRows;
        this.answers = answers;
    }

    record Rows(
            @NotBlank @Pattern(regexp = FormBody.CODE) String programme,

            @NotEmpty @Size(max = 1000) @ArraySchema(schema = @Schema(implementation = FormBody.class))
            List<JsonNode> rows) {}

    /** What a row has besides the form. */
    record Head(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._:-]{1,80}")
            String key,

            @Nullable @PastOrPresent LocalDate submitOn) {}

    record Row(@Valid Head head, @Valid FormBody form) {

        String id() {
            return DeterministicId.of("registration-row", form.programme(), head.key());
        }
    }

    /**
     * A row's key names the registration within the programme for ever, so that the same row again is unchanged and
     * another form under the same key is refused. The registration remembers the form it began with, hence nothing that
     * was corrected since is overwritten, and no idempotency key needs to be kept beside it.
     */
    @Operation(
            summary = "Register many at once, row by row",
            description =
                    "A row is a form without programme and with a key of its own; with submitOn it is submitted in"
                            + " the same breath, or refused as a whole.")
    @PostMapping("/api/v1/registrations/bulk")
    @Allowed(roles = "'OFFICER'")
    Map<String, Object> draftAll(@Valid @RequestBody Rows body, RequestContext context) {
        var programme = body.programme();
        var outcomes = bulkRows.carryOut(
                body.rows(),
                row -> read(row, programme),
                right -> registrations.handleAll(drafts(programme, right, context.withoutKey())));
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", BulkRows.nameOf(body.rows().get(i), "key"), outcomes.get(i), RegistrationAnswer::of);
        }
        return rows.body();
    }

    /** The programme is said once for all rows; one that names it again has a field too many. */
    private Row read(ObjectNode row, String programme) {
        var head = bulkRows.read(row.deepCopy().retain("key", "submitOn", "programme"), Head.class);
        var form = row.deepCopy().remove(List.of("key", "submitOn")).put("programme", programme);
        return new Row(head, bulkRows.read(form, FormBody.class));
    }

    private List<CommandEnvelope<RegistrationCommand>> drafts(
            String programme, List<Row> rows, RequestContext context) {
        var units = rows.stream().map(row -> row.form().unit()).collect(Collectors.toSet());
        var conditions = commands.conditions(programme, units);
        var code = codes.forNew(programme, rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> {
                    var on = row.head().submitOn();
                    var submission = on == null
                            ? null
                            : new Submit(on, conditions.of(row.form().unit(), on));
                    var draft = new Draft(
                            row.id(),
                            Objects.requireNonNull(code.get(row.id())),
                            row.form().toForm(),
                            submission);
                    return CommandEnvelope.<RegistrationCommand>of(row.id(), draft, context);
                })
                .toList();
    }
}
