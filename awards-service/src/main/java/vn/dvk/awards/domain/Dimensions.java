package vn.dvk.awards.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every event about a model says of it, so that it can be counted and named without asking anyone.
 *
 * @param model the model's id, given at registration and kept for life
 * @param code      the number people write on paper
 * @param name      absent of a person's or household's entry, whose title stays with registration until it is public
 * @param subjectId in registration's register of subjects, if it has an entry there
 */
public record Dimensions(
        String model,
        String code,
        @Nullable String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        Subject subject,
        @Nullable String subjectId) {

    /** They come from another service: a body that lacks one is not taken half. */
    public Dimensions {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(programme, "programme");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
    }

    /** A collective's, or a unit's: nothing is known of whose it is. */
    public Dimensions(
            String model,
            String code,
            String name,
            String programme,
            String unit,
            String field,
            ModelKind kind,
            Subject subject) {
        this(model, code, name, programme, unit, field, kind, subject, null);
    }

    public boolean concernsPeople() {
        return subject != Subject.COLLECTIVE;
    }

    /** With the title that a decision has made public. */
    public Dimensions titled(@Nullable String title) {
        return name != null || title == null
                ? this
                : new Dimensions(model, code, title, programme, unit, field, kind, subject, subjectId);
    }
}
