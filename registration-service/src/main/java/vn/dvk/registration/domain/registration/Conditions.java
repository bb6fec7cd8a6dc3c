package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Combination;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.Intake;
import vn.dvk.registration.domain.unit.Mergers;

/**
 * What the form is checked against, looked up before deciding, so that the decision stays pure.
 *
 * @param unitAlive whether the unit exists and is alive on the business date
 * @param mergers   what units have become part of another one
 * @param words     the vocabularies it is written in
 * @param intake    when it is handed in; null: as long as the programme runs
 * @param closedOn  since when the programme takes nothing new in; null: it is open
 * @param related   what else the form names
 * @param required  optional fields that the programme requires
 * @param combinations which kinds it takes of which subjects; empty: every one of every one
 * @param historicUntil cut-off of a historic programme, in which a date may lack its day; null: it is none
 */
public record Conditions(
        LocalDate from,
        LocalDate to,
        Set<String> fields,
        List<String> levels,
        List<RegistrationKind> kinds,
        List<SubjectType> subjects,
        List<String> required,
        List<Combination> combinations,
        boolean unitAlive,
        Mergers mergers,
        FormWords words,
        @Nullable Intake intake,
        @Nullable LocalDate closedOn,
        Related related,
        @Nullable LocalDate historicUntil) {

    /** Conditions of a form that names neither other entries nor other units, in a programme that requires nothing besides. */
    public Conditions(
            LocalDate from,
            LocalDate to,
            Set<String> fields,
            List<String> levels,
            List<RegistrationKind> kinds,
            List<SubjectType> subjects,
            boolean unitAlive,
            Mergers mergers,
            FormWords words,
            @Nullable Intake intake,
            @Nullable LocalDate closedOn) {
        this(
                from,
                to,
                fields,
                levels,
                kinds,
                subjects,
                List.of(),
                List.of(),
                unitAlive,
                mergers,
                words,
                intake,
                closedOn,
                Related.NONE,
                null);
    }

    Historic historic(String programme) {
        return historicUntil == null ? Historic.NONE : new Historic(Map.of(programme, historicUntil));
    }

    public Conditions with(Related other) {
        return new Conditions(
                from,
                to,
                fields,
                levels,
                kinds,
                subjects,
                required,
                combinations,
                unitAlive,
                mergers,
                words,
                intake,
                closedOn,
                other,
                historicUntil);
    }

    /** The same of a programme that demands more of its forms. */
    Conditions with(List<String> demanded, List<Combination> taken) {
        return new Conditions(
                from,
                to,
                fields,
                levels,
                kinds,
                subjects,
                demanded,
                taken,
                unitAlive,
                mergers,
                words,
                intake,
                closedOn,
                related,
                historicUntil);
    }

    public Conditions {
        fields = Set.copyOf(fields);
        levels = List.copyOf(levels);
        kinds = List.copyOf(kinds);
        subjects = List.copyOf(subjects);
        required = List.copyOf(required);
        combinations = List.copyOf(combinations);
    }
}
