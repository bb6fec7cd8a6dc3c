package vn.dvk.registration.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.Intake;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Changed;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Closed;
import vn.dvk.registration.domain.programme.ProgrammeEvent.IntakeSet;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Launched;
import vn.dvk.registration.domain.programme.ProgrammeEvent.Reopened;
import vn.dvk.registration.domain.programme.ProgrammeEvent.TargetsSet;
import vn.dvk.registration.domain.programme.ReportRhythm;
import vn.dvk.registration.domain.programme.Settings;
import vn.dvk.registration.domain.programme.StepDefinition;
import vn.dvk.registration.domain.programme.Targets;
import vn.dvk.registration.events.PublishedTypes;

/** A programme, each time with all its settings: the latest position is how it stands. What is open is null. */
public final class ProgrammePublisher {

    private ProgrammePublisher() {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProgrammeBody(
            String code,
            String name,
            String host,
            LocalDate from,
            LocalDate to,
            LocalDate cutOff,
            List<Settings.Field> fields,
            List<String> levels,
            List<RegistrationKind> kinds,
            List<SubjectType> subjects,
            List<StepBody> steps,
            @Nullable Integer expectedUnits,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ReportRhythm reportRhythm,

            Settings.RecognitionRequires recognitionRequires,

            @JsonInclude(JsonInclude.Include.NON_NULL) Settings.@Nullable SeveralForms severalForms,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Intake intake,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate closedOn,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TargetsBody targets,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String parent,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean historic,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> required,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Combination> combinations,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {

        static ProgrammeBody of(Programme.Running programme, @Nullable String reason) {
            var settings = programme.settings();
            return new ProgrammeBody(
                    programme.code(),
                    settings.name(),
                    settings.host(),
                    settings.from(),
                    settings.to(),
                    settings.cutOff(),
                    settings.fields(),
                    settings.levels(),
                    settings.kinds(),
                    settings.subjects(),
                    settings.steps().stream().map(StepBody::of).toList(),
                    settings.expectedUnits(),
                    settings.reportRhythm(),
                    settings.recognitionRequires(),
                    settings.severalForms(),
                    programme.intake(),
                    programme.closedOn(),
                    programme.targets() == null ? null : TargetsBody.of(programme.targets()),
                    settings.parent(),
                    settings.historic() ? true : null,
                    settings.required(),
                    settings.combinations(),
                    reason);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record TargetsBody(
            @Nullable List<String> units,
            @Nullable String kind,
            @Nullable String under,
            List<Targets.Exemption> exemptions) {

        static TargetsBody of(Targets targets) {
            return new TargetsBody(targets.units(), targets.kind(), targets.under(), targets.exemptions());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepBody(
            String code,
            String label,
            String actor,
            List<String> evidence,
            StepDefinition.CompletedBy completedBy,
            @Nullable Integer dueDays,
            @Nullable LocalDate due,
            List<String> requiredEvidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String level) {

        static StepBody of(StepDefinition step) {
            return new StepBody(
                    step.code(),
                    step.label(),
                    step.actor(),
                    step.evidence(),
                    step.completedBy(),
                    step.dueDays(),
                    step.due(),
                    step.requiredEvidence(),
                    step.level());
        }
    }

    public static @Nullable Publication publish(Programme state, Recorded<ProgrammeEvent> event) {
        return switch (state) {
            case Programme.Unknown() -> null;
            case Programme.Running running ->
                new Publication(
                        PublishedTypes.PROGRAMME,
                        "programme:" + running.code(),
                        ProgrammeBody.of(running, reason(event.event())));
        };
    }

    /** Why a time that people keep to was moved by this. */
    private static @Nullable String reason(ProgrammeEvent event) {
        return switch (event) {
            case Changed(var _, var reason) -> reason;
            case IntakeSet(var _, var reason) -> reason;
            case Reopened(var _, var reason) -> reason;
            case Launched _, TargetsSet _, Closed _ -> null;
        };
    }
}
