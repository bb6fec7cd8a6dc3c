package vn.dvk.awards.domain;

import java.util.Objects;

/**
 * What every event about a model says of it, so that it can be counted and named without asking anyone.
 *
 * @param model the model's id, given at registration and kept for life
 * @param code  the number people write on paper
 */
public record Dimensions(
        String model,
        String code,
        String name,
        String programme,
        String unit,
        String field,
        ModelKind kind,
        Subject subject) {

    /** They come from another service: a body that lacks one is not taken half. */
    public Dimensions {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(programme, "programme");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
    }
}
