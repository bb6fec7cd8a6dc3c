package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.dvk.registration.domain.Level;
import vn.dvk.registration.domain.LevelEndings;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;

/**
 * What the form is checked against, looked up before deciding, so that the decision stays pure.
 *
 * @param unitAlive whether the unit exists and is alive on the business date
 * @param endings   levels that are no more
 */
public record Conditions(
        LocalDate from,
        LocalDate to,
        Set<String> fields,
        List<Level> levels,
        List<RegistrationKind> kinds,
        List<SubjectType> subjects,
        boolean unitAlive,
        LevelEndings endings) {

    public Conditions {
        fields = Set.copyOf(fields);
        levels = List.copyOf(levels);
        kinds = List.copyOf(kinds);
        subjects = List.copyOf(subjects);
    }
}
