package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.RegistrationKind;
import vn.dvk.registration.domain.SubjectType;

/**
 * What a programme lays down.
 *
 * @param host                the unit that runs it
 * @param cutOff              last business date that its figures count (ngày chốt số liệu); may lie before {@code to}
 * @param expectedUnits       units that should register, the denominator of the registration rate; null if not stated
 * @param reportRhythm        how often reports are due; null: none are expected
 * @param recognitionRequires whether an entry must be evaluated before it can be recognized
 * @param severalForms        whether one achievement may earn one recipient several forms of award; null: as the installation
 *                            has settled it
 * @param parent              the programme above, which counts what is forwarded to it; null: none
 * @param historic            whether it is entered from papers of its time, which may lack a number or a day
 */
public record Settings(
        String name,
        String host,
        LocalDate from,
        LocalDate to,
        LocalDate cutOff,
        List<Field> fields,
        List<String> levels,
        List<RegistrationKind> kinds,
        List<SubjectType> subjects,
        List<StepDefinition> steps,
        @Nullable Integer expectedUnits,
        @Nullable ReportRhythm reportRhythm,
        RecognitionRequires recognitionRequires,
        @Nullable SeveralForms severalForms,
        @Nullable String parent,
        boolean historic) {

    /** Settings of a programme with none above it. */
    public Settings(
            String name,
            String host,
            LocalDate from,
            LocalDate to,
            LocalDate cutOff,
            List<Field> fields,
            List<String> levels,
            List<RegistrationKind> kinds,
            List<SubjectType> subjects,
            List<StepDefinition> steps,
            @Nullable Integer expectedUnits,
            @Nullable ReportRhythm reportRhythm,
            RecognitionRequires recognitionRequires,
            @Nullable SeveralForms severalForms) {
        this(
                name,
                host,
                from,
                to,
                cutOff,
                fields,
                levels,
                kinds,
                subjects,
                steps,
                expectedUnits,
                reportRhythm,
                recognitionRequires,
                severalForms,
                null,
                false);
    }

    /** Settings of a programme that expects no reports. */
    public Settings(
            String name,
            String host,
            LocalDate from,
            LocalDate to,
            LocalDate cutOff,
            List<Field> fields,
            List<String> levels,
            List<RegistrationKind> kinds,
            List<SubjectType> subjects,
            List<StepDefinition> steps,
            @Nullable Integer expectedUnits,
            RecognitionRequires recognitionRequires) {
        this(
                name,
                host,
                from,
                to,
                cutOff,
                fields,
                levels,
                kinds,
                subjects,
                steps,
                expectedUnits,
                null,
                recognitionRequires,
                null);
    }

    /**
     * Lĩnh vực: one per registration; local names stand for the usual four.
     *
     * @param parentField what it counts as in the programme above; null: what has the same code there
     */
    public record Field(String code, String name, @Nullable String parentField) {

        public Field(String code, String name) {
            this(code, name, null);
        }

        public String countsAs() {
            return parentField == null ? code : parentField;
        }
    }

    /** One achievement, how many forms; the two tracks are Party and State. */
    public enum SeveralForms {
        NEVER,
        ONE_PER_TRACK
    }

    public enum RecognitionRequires {
        EVALUATED,
        NOTHING
    }

    public Settings {
        fields = List.copyOf(fields);
        levels = List.copyOf(levels);
        kinds = List.copyOf(kinds);
        subjects = List.copyOf(subjects);
        steps = List.copyOf(steps);
    }

    public Set<String> fieldCodes() {
        return Set.copyOf(fields.stream().map(Field::code).toList());
    }
}
