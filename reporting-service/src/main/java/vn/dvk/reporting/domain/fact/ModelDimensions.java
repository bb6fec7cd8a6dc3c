package vn.dvk.reporting.domain.fact;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.history.EventDimensions;
import vn.dvk.reporting.domain.history.InstallationCode;

/**
 * What a model is counted by, on some day, as far as was known.
 *
 * @param level  applied for
 * @param origin known once the model is registered
 * @param continues the entry of an earlier period that it goes on from
 * @param heirs  units it was transferred to after that day, in order
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
        @Nullable String origin,
        @Nullable String continues,
        @Nullable String heirs) {

    /** @param before what is not said anew; null if nothing was said before */
    static ModelDimensions of(EventDimensions said, @Nullable ModelDimensions before) {
        return new ModelDimensions(
                said.model(),
                said.code(),
                said.name(),
                said.programme(),
                said.unit(),
                said.field(),
                said.kind(),
                said.subject(),
                before == null ? null : before.level(),
                before == null ? null : before.origin(),
                before == null ? null : before.continues(),
                before == null ? null : before.heirs());
    }

    /** As the fact has them; what is said by others than its model is left out. */
    static ModelDimensions of(Fact fact) {
        return new ModelDimensions(
                fact.get(Dimension.MODEL),
                fact.code(),
                fact.name(),
                String.valueOf(fact.get(Dimension.PROGRAMME)),
                String.valueOf(fact.get(Dimension.UNIT)),
                fact.get(Dimension.FIELD),
                fact.get(Dimension.KIND),
                String.valueOf(fact.get(Dimension.SUBJECT)),
                null,
                fact.get(Dimension.ORIGIN),
                fact.get(Dimension.CONTINUES),
                fact.get(Dimension.HEIRS));
    }

    ModelDimensions applyingFor(@Nullable String other) {
        return new ModelDimensions(
                model, code, name, programme, unit, field, kind, subject, other, origin, continues, heirs);
    }

    ModelDimensions from(@Nullable String other) {
        return new ModelDimensions(
                model,
                code,
                name,
                programme,
                unit,
                field,
                kind,
                subject,
                level,
                other == null ? origin : other,
                continues,
                heirs);
    }

    /** These fields as the other has them, by the names of the form; those that nothing is counted by are passed over. */
    ModelDimensions with(List<String> fields, ModelDimensions other) {
        return new ModelDimensions(
                model,
                code,
                fields.contains("name") ? other.name : name,
                programme,
                fields.contains("unit") ? other.unit : unit,
                fields.contains("field") ? other.field : field,
                fields.contains("kind") ? other.kind : kind,
                fields.contains("subject") ? other.subject : subject,
                fields.contains("level") ? other.level : level,
                fields.contains("origin") ? other.origin : origin,
                fields.contains("continues") ? other.continues : continues,
                heirs);
    }

    ModelDimensions inheritedBy(String other) {
        return heirs(heirs == null ? other : heirs + ',' + other);
    }

    ModelDimensions withoutHeirs() {
        return heirs(null);
    }

    private ModelDimensions heirs(@Nullable String others) {
        return new ModelDimensions(
                model, code, name, programme, unit, field, kind, subject, level, origin, continues, others);
    }

    ModelDimensions continuing(@Nullable String other) {
        return new ModelDimensions(
                model, code, name, programme, unit, field, kind, subject, level, origin, other, heirs);
    }

    /** Learning the origin is not a correction: earlier facts did not say otherwise, they said nothing. */
    boolean countsLike(ModelDimensions other) {
        var sameOrigin = origin == null || other.origin == null || origin.equals(other.origin);
        return sameOrigin && Objects.equals(withoutOrigin(), other.withoutOrigin());
    }

    private ModelDimensions withoutOrigin() {
        return new ModelDimensions(
                model, code, name, programme, unit, field, kind, subject, level, null, continues, heirs);
    }

    void addTo(Map<Dimension, String> dimensions) {
        putIfKnown(dimensions, Dimension.INSTALLATION, InstallationCode.installation(programme));
        dimensions.put(Dimension.PROGRAMME, programme);
        dimensions.put(Dimension.UNIT, unit);
        dimensions.put(Dimension.SUBJECT, subject);
        putIfKnown(dimensions, Dimension.MODEL, model);
        putIfKnown(dimensions, Dimension.FIELD, field);
        putIfKnown(dimensions, Dimension.KIND, kind);
        putIfKnown(dimensions, Dimension.ORIGIN, origin);
        putIfKnown(dimensions, Dimension.CONTINUES, continues);
        putIfKnown(dimensions, Dimension.HEIRS, heirs);
    }

    /** What {@link #addTo} may have put. */
    static void removeFrom(Map<Dimension, String> dimensions) {
        dimensions
                .keySet()
                .removeAll(EnumSet.of(
                        Dimension.INSTALLATION,
                        Dimension.PROGRAMME,
                        Dimension.UNIT,
                        Dimension.SUBJECT,
                        Dimension.MODEL,
                        Dimension.FIELD,
                        Dimension.KIND,
                        Dimension.ORIGIN,
                        Dimension.HEIRS));
    }

    static void putIfKnown(Map<Dimension, String> dimensions, Dimension dimension, @Nullable String value) {
        if (value != null) {
            dimensions.put(dimension, value);
        }
    }
}
