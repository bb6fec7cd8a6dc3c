package vn.dvk.registration.write.draftregistrations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.NamedSubjects;
import vn.dvk.registration.write.RegistrationAnswer;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.BulkRow;
import vn.dvk.service.web.RowCheck;

/** A list of forms comes in at once; each row is drafted, and submitted if it says when, or refused by itself. */
@RestController
@Tag(name = "Registrations")
class DraftRegistrationsController {

    private final RegistrationCommandHandler commands;
    private final NamedSubjects subjects;
    private final JsonMapper json;
    private final RowCheck rowCheck;
    private final Answers answers;

    DraftRegistrationsController(
            RegistrationCommandHandler commands,
            NamedSubjects subjects,
            JsonMapper json,
            RowCheck rowCheck,
            Answers answers) {
        this.commands = commands;
        this.subjects = subjects;
        this.json = json;
        this.rowCheck = rowCheck;
        this.answers = answers;
    }

    record Rows(
            @NotBlank @Pattern(regexp = FormBody.CODE) String programme,
            @NotEmpty @Size(max = 1000) List<@NotNull BulkRow<ObjectNode>> rows) {}

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
        var read = body.rows().stream()
                .map(row -> RowBody.read(row, programme, json))
                .toList();
        var outcomes = rowCheck.carryOutRows(
                read, right -> commands.enter(programme, rows(programme, right), context.withoutKey()));
        var rows = answers.rows();
        for (var i = 0; i < outcomes.size(); i++) {
            rows.add("key", RowBody.keyOf(body.rows().get(i)), RowBody.flat(outcomes.get(i)), RegistrationAnswer::of);
        }
        return rows.body();
    }

    private List<RegistrationCommandHandler.Row> rows(String programme, List<RowBody> rows) {
        var units = rows.stream().map(row -> row.form().unit()).collect(Collectors.toSet());
        var conditions = commands.conditions(programme, units);
        var named = subjects.named(
                rows.stream().map(RowBody::form).toList(),
                rows.stream().map(RowBody::id).toList());
        var related =
                commands.related(named.stream().map(NamedSubjects.Named::form).toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    var on = rows.get(i).own().submitOn();
                    var form = named.get(i).form();
                    return new RegistrationCommandHandler.Row(
                            rows.get(i).id(),
                            named.get(i),
                            on,
                            on == null ? null : conditions.of(form.unit(), on).with(related.of(form, on.on())));
                })
                .toList();
    }
}
