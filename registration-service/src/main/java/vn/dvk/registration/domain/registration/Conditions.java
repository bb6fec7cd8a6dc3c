package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.LevelEndings;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;
import vn.dvk.registration.domain.programme.Intake;
import vn.dvk.registration.domain.unit.Mergers;

/**
 * What the form is checked against, looked up before deciding, so that the decision stays pure.
 *
 * @param unitAlive whether the unit exists and is alive on the business date
 * @param mergers   what units have become part of another one
 * @param endings   levels that are no more
 * @param intake    when it is handed in; null: as long as the programme runs
 * @param closedOn  since when the programme takes nothing new in; null: it is open
 */
public record Conditions(
        LocalDate from,
        LocalDate to,
        Set<String> fields,
        List<Level> levels,
        List<RegistrationKind> kinds,
        List<SubjectType> subjects,
        boolean unitAlive,
        Mergers mergers,
        LevelEndings endings,
        @Nullable Intake intake,
        @Nullable LocalDate closedOn) {

    public Conditions {
        fields = Set.copyOf(fields);
        levels = List.copyOf(levels);
        kinds = List.copyOf(kinds);
        subjects = List.copyOf(subjects);
    }
}
