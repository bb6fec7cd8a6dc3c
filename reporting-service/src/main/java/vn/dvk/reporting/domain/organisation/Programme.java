package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of the movement.
 *
 * @param cutOff        last business date that its figures count
 * @param expectedUnits how many units somebody says should register: a claim to be checked, no rate is reckoned from it;
 *                      null: not stated
 * @param targets       which units should register; null: not said, and there is no rate
 */
public record Programme(
        String code,
        String name,
        String host,
        LocalDate from,
        LocalDate to,
        LocalDate cutOff,
        List<Field> fields,
        List<String> levels,
        List<String> kinds,
        List<String> subjects,
        List<Step> steps,
        @Nullable Integer expectedUnits,
        @Nullable String recognitionRequires,
        @Nullable Targets targets) {

    public record Field(String code, String name) {}

    public record Step(String code, String label, @Nullable String completedBy) {}

    public Programme {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(cutOff, "cutOff");
        fields = List.copyOf(fields);
        levels = List.copyOf(levels);
        kinds = List.copyOf(kinds);
        subjects = List.copyOf(subjects);
        steps = List.copyOf(steps);
    }
}
