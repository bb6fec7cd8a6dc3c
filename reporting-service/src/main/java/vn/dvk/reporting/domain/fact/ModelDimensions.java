package vn.dvk.reporting.domain.fact;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.EventDimensions;

/**
 * What a model is counted by, at some point of its history. An amendment makes another one.
 *
 * @param level  applied for
 * @param origin known once the model is registered
 */
record ModelDimensions(
        @Nullable String model,
        @Nullable String code,
        @Nullable String name,
        String programme,
        String unit,
        @Nullable String field,
        @Nullable String kind,
        String subject,
        @Nullable String level,
        @Nullable String origin) {

    static ModelDimensions of(EventDimensions said, @Nullable String level, @Nullable String origin) {
        return new ModelDimensions(
                said.model(),
                said.code(),
                said.name(),
                said.programme(),
                said.unit(),
                said.field(),
                said.kind(),
                said.subject(),
                level,
                origin);
    }

    /** Learning the origin is not a correction: earlier facts did not say otherwise, they said nothing. */
    boolean countsLike(ModelDimensions other) {
        return Objects.equals(withoutOrigin(), other.withoutOrigin());
    }

    private ModelDimensions withoutOrigin() {
        return new ModelDimensions(model, code, name, programme, unit, field, kind, subject, level, null);
    }

    void addTo(Map<Dimension, String> dimensions) {
        dimensions.put(Dimension.PROGRAMME, programme);
        dimensions.put(Dimension.UNIT, unit);
        dimensions.put(Dimension.SUBJECT, subject);
        putIfKnown(dimensions, Dimension.MODEL, model);
        putIfKnown(dimensions, Dimension.FIELD, field);
        putIfKnown(dimensions, Dimension.KIND, kind);
        putIfKnown(dimensions, Dimension.ORIGIN, origin);
    }

    static void putIfKnown(Map<Dimension, String> dimensions, Dimension dimension, @Nullable String value) {
        if (value != null) {
            dimensions.put(dimension, value);
        }
    }
}
