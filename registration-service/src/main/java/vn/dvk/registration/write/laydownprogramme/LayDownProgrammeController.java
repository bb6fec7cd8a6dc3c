package vn.dvk.registration.write.laydownprogramme;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeCommand.LayDown;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.programme.ReportRhythm;
import vn.dvk.registration.domain.programme.Settings;
import vn.dvk.registration.domain.programme.StepDefinition;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.registration.store.Words;
import vn.dvk.registration.write.FormBody;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** A programme is launched by laying down its settings, and changed by laying them down again. */
@RestController
@Tag(name = "Programmes")
class LayDownProgrammeController {

    private final Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes;
    private final StructureStream structure;
    private final Words words;
    private final Answers answers;

    LayDownProgrammeController(
            Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes,
            StructureStream structure,
            Words words,
            Answers answers) {
        this.programmes = programmes;
        this.structure = structure;
        this.words = words;
        this.answers = answers;
    }

    /**
     * Left out: both kinds, all three subjects, every kind of every subject, the default five steps, recognition after
     * evaluation.
     *
     * @param required     optional fields of the form without which nothing is submitted: {@code ["method", "start"]}
     * @param combinations which kinds are taken of which subjects: {@code [{"kind": "EXEMPLAR", "subject": "INDIVIDUAL",
     *                     "label": {"vi": "Gương điển hình cá nhân"}}]}; kinds and subjects that are left out are theirs
     * @param reason       why deadlines of steps are moved; needed only where they are
     */
    record ProgrammeBody(
            @NotBlank @Size(max = 300) String name,
            @NotBlank @Pattern(regexp = FormBody.CODE) String host,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull LocalDate cutOff,
            @NotEmpty @Size(max = 30) List<@NotNull @Valid FieldBody> fields,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> levels,
            @Nullable @Size(min = 1, max = 2) List<@NotNull RegistrationKind> kinds,
            @Nullable @Size(min = 1, max = 3) List<@NotNull SubjectType> subjects,
            @Nullable @Size(min = 1, max = 30) List<@NotNull @Valid StepBody> steps,
            @Nullable @Positive Integer expectedUnits,
            @Nullable @Valid RhythmBody reportRhythm,
            Settings.@Nullable RecognitionRequires recognitionRequires,
            Settings.@Nullable SeveralForms severalForms,
            @Nullable @Pattern(regexp = FormBody.CODE) String parent,
            @Nullable Boolean historic,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> required,
            @Nullable @Size(max = 6) List<@NotNull @Valid CombinationBody> combinations,
            @Nullable @Size(min = 10, max = 1000) String reason) {

        Settings toSettings() {
            return new Settings(
                    name,
                    host,
                    from,
                    to,
                    cutOff,
                    fields.stream()
                            .map(one -> new Settings.Field(one.code(), one.name(), one.parentField(), one.usualField()))
                            .toList(),
                    levels,
                    used(kinds, RegistrationKind.values(), Combination::kind),
                    used(subjects, SubjectType.values(), Combination::subject),
                    steps == null
                            ? StepDefinition.DEFAULT
                            : steps.stream().map(StepBody::toStep).toList(),
                    expectedUnits,
                    reportRhythm == null ? null : reportRhythm.toRhythm(),
                    recognitionRequires == null ? Settings.RecognitionRequires.EVALUATED : recognitionRequires,
                    severalForms,
                    parent,
                    Boolean.TRUE.equals(historic),
                    required == null ? List.of() : required,
                    taken());
        }

        private List<Combination> taken() {
            return combinations == null
                    ? List.of()
                    : combinations.stream().map(CombinationBody::toCombination).toList();
        }

        /** As given, or those of the combinations, or all. */
        private <T> List<T> used(@Nullable List<T> given, T[] all, Function<Combination, T> of) {
            var taken = taken().stream().map(of).toList();
            return given != null
                    ? given
                    : Stream.of(all)
                            .filter(one -> taken.isEmpty() || taken.contains(one))
                            .toList();
        }
    }

    record CombinationBody(
            @NotNull RegistrationKind kind,
            @NotNull SubjectType subject,
            @Nullable @Valid LabelBody label) {

        Combination toCombination() {
            return new Combination(kind, subject, label == null ? null : new Combination.Label(label.vi(), label.en()));
        }
    }

    /** @param en absent: the Vietnamese one */
    record LabelBody(
            @NotBlank @Size(max = 300) String vi,
            @Nullable @Size(min = 1, max = 300) String en) {}

    /** @param dueDay of the month after the period */
    record RhythmBody(
            ReportRhythm.@NotNull Every every,
            @NotNull @Min(1) @Max(31) Integer dueDay) {
        ReportRhythm toRhythm() {
            return new ReportRhythm(every, dueDay);
        }
    }

    /**
     * @param parentField what it counts as in the programme above; absent: what has the same code there
     * @param usualField  which of the usual fields it is, a term: {@code "ECONOMY"}
     */
    record FieldBody(
            @NotBlank @Pattern(regexp = FormBody.CODE) String code,
            @NotBlank @Size(max = 300) String name,
            @Nullable @Pattern(regexp = FormBody.CODE) String parentField,
            @Nullable @Pattern(regexp = Words.CODE) String usualField) {}

    record StepBody(
            @NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,39}")
            String code,

            @NotBlank @Size(max = 300) String label,
            @NotBlank @Size(max = 300) String actor,
            @Nullable @Size(max = 30) List<@NotBlank @Size(max = 300) String> evidence,
            StepDefinition.@NotNull CompletedBy completedBy,
            @Nullable @Min(0) @Max(4000) Integer dueDays,
            @Nullable LocalDate due,
            @Nullable @Size(max = 30) List<@NotBlank @Size(max = 300) String> requiredEvidence,
            @Nullable @Size(max = 40) String level) {

        StepDefinition toStep() {
            return new StepDefinition(
                    code,
                    label,
                    actor,
                    evidence == null ? List.of() : evidence,
                    completedBy,
                    dueDays,
                    due,
                    requiredEvidence == null ? List.of() : requiredEvidence,
                    level);
        }
    }

    @Operation(
            summary = "Lay down a programme's settings (phong trào, giai đoạn, đợt)",
            description =
                    "All of them, again for each change. Deadlines of steps are moved with a reason, which readers are"
                            + " told with them.")
    @PutMapping("/api/v1/programmes/{code}")
    @Allowed(roles = "'ADMINISTRATOR'")
    ResponseEntity<?> layDown(
            @PathVariable @Pattern(regexp = FormBody.CODE) String code,
            ExpectedVersion expected,
            @Valid @RequestBody ProgrammeBody body,
            RequestContext context) {
        var settings = body.toSettings();
        var command = new LayDown(
                code,
                settings,
                structure.ask(now -> now.has(body.host())),
                SettingsWords.faults(settings, words),
                above(body.parent()),
                body.reason());
        var outcome =
                expected.handle(version -> programmes.handle(CommandEnvelope.of(code, command, context, version)));
        var launched = outcome instanceof Outcome.Stored<?> stored && stored.version() == 1;
        return launched
                ? answers.created(outcome, "/api/v1/programmes/" + code, _ -> Map.of("code", code))
                : answers.ok(outcome, _ -> Map.of("code", code));
    }

    /** The programme above, and all that are above that one; each once, should they ever stand in a ring. */
    private List<Programme.Running> above(@Nullable String parent) {
        var above = new LinkedHashMap<String, Programme.Running>();
        var next = parent;
        while (next != null
                && !above.containsKey(next)
                && programmes.find(next).map(Outcome.Unchanged::state).orElse(null) instanceof Programme.Running one) {
            above.put(next, one);
            next = one.settings().parent();
        }
        return List.copyOf(above.values());
    }
}
