package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Combination;
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
 * @param required            optional fields of the form, by name, without which nothing is submitted
 * @param combinations        which kinds it takes of which subjects; empty: every listed kind of every listed subject
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
        boolean historic,
        List<String> required,
        List<Combination> combinations) {

    /** Settings of a programme that demands nothing besides, and takes every kind of every subject. */
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
            @Nullable SeveralForms severalForms,
            @Nullable String parent,
            boolean historic) {
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
                parent,
                historic,
                List.of(),
                List.of());
    }

    /** Settings of a programme that expects no reports, with none above it. */
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
                null,
                null,
                false);
    }

    /**
     * Lĩnh vực: one per registration; local names stand for the usual four.
     *
     * @param parentField what it counts as in the programme above; null: what has the same code there
     * @param usualField  which of the usual ones it is, a term: by it programmes with fields of their own are compared;
     *                    null: none of them
     */
    public record Field(
            String code,
            String name,
            @Nullable String parentField,
            @Nullable String usualField) {

        public Field(String code, String name, @Nullable String parentField) {
            this(code, name, parentField, null);
        }

        public Field(String code, String name) {
            this(code, name, null, null);
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
        required = List.copyOf(required);
        combinations = List.copyOf(combinations);
    }

    public Set<String> fieldCodes() {
        return Set.copyOf(fields.stream().map(Field::code).toList());
    }
}
