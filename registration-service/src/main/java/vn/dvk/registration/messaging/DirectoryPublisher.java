package vn.dvk.registration.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.registration.domain.Kind;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.Subject;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.programme.Settings;
import vn.dvk.registration.domain.programme.StepDefinition;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.domain.unit.UnitEvent;
import vn.dvk.registration.domain.unit.UnitKind;

/** Units and programmes, each time in full: the topic is compacted, the latest wins. Open ends are written as null. */
public final class DirectoryPublisher {

    private DirectoryPublisher() {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UnitBody(
            String code,
            List<Name> names,
            UnitKind kind,
            List<Parent> parents,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<SuccessionBody> successions) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Name(
            String name, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Parent(
            String unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SuccessionBody(
            Succession.Type type,
            List<String> units,
            List<String> successors,
            LocalDate effective,
            @Nullable Paper decision,
            @Nullable String basis) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProgrammeBody(
            String code,
            String name,
            String host,
            LocalDate from,
            LocalDate to,
            LocalDate cutOff,
            List<Settings.Field> fields,
            List<Level> levels,
            List<Kind> kinds,
            List<Subject> subjects,
            List<StepBody> steps,
            @Nullable Integer expectedUnits,
            Settings.RecognitionRequires recognitionRequires) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepBody(
            String code,
            String label,
            String actor,
            List<String> evidence,
            StepDefinition.CompletedBy completedBy,
            @Nullable Integer dueDays,
            @Nullable LocalDate due) {}

    public static @Nullable Publication unit(Unit state, Recorded<UnitEvent> event) {
        return switch (state) {
            case Unit.Unknown() -> null;
            case Unit.Known unit ->
                new Publication(
                        PublishedNames.UNIT,
                        "unit:" + unit.code(),
                        new UnitBody(
                                unit.code(),
                                unit.names().stream()
                                        .map(one -> new Name(one.value(), one.from(), one.to()))
                                        .toList(),
                                unit.profile().kind(),
                                unit.parents().stream()
                                        .map(one -> new Parent(one.value(), one.from(), one.to()))
                                        .toList(),
                                unit.profile().validFrom(),
                                unit.lastDay(),
                                unit.successions().stream()
                                        .map(DirectoryPublisher::body)
                                        .toList()));
        };
    }

    private static SuccessionBody body(Succession one) {
        return new SuccessionBody(
                one.type(), one.units(), one.successors(), one.effective(), one.decision(), one.basis());
    }

    public static @Nullable Publication programme(Programme state, Recorded<ProgrammeEvent> event) {
        return switch (state) {
            case Programme.Unknown() -> null;
            case Programme.Running(var code, var settings) ->
                new Publication(PublishedNames.PROGRAMME, "programme:" + code, body(code, settings));
        };
    }

    private static ProgrammeBody body(String code, Settings settings) {
        return new ProgrammeBody(
                code,
                settings.name(),
                settings.host(),
                settings.from(),
                settings.to(),
                settings.cutOff(),
                settings.fields(),
                settings.levels(),
                settings.kinds(),
                settings.subjects(),
                settings.steps().stream()
                        .map(step -> new StepBody(
                                step.code(),
                                step.label(),
                                step.actor(),
                                step.evidence(),
                                step.completedBy(),
                                step.dueDays(),
                                step.due()))
                        .toList(),
                settings.expectedUnits(),
                settings.recognitionRequires());
    }
}
