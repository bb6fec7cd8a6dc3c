package vn.dvk.reporting.fact;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.card.About;

/**
 * What a model is counted by, at some point of its life. An amendment makes another one.
 *
 * @param level  applied for
 * @param origin known once the model is registered
 */
record Identity(
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

    static Identity of(About about, @Nullable String level, @Nullable String origin) {
        return new Identity(
                about.model(),
                about.code(),
                about.name(),
                about.programme(),
                about.unit(),
                about.field(),
                about.kind(),
                about.subject(),
                level,
                origin);
    }

    /** Learning the origin is not a correction: earlier facts did not say otherwise, they said nothing. */
    boolean countsLike(Identity other) {
        return Objects.equals(withoutOrigin(), other.withoutOrigin());
    }

    private Identity withoutOrigin() {
        return new Identity(model, code, name, programme, unit, field, kind, subject, level, null);
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
