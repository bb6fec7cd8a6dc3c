package vn.dvk.service.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Request bodies are read as they are written: nothing is guessed. A key given twice, a number where a text belongs, a
 * day with a time behind it are refused at their field, because each of them was meant differently by somebody.
 *
 * <p>JSON is UTF-8 (RFC 8259, 8.1): a byte order mark at the start is passed over, as that section allows; bytes that
 * are no UTF-8, overlong forms and halves of surrogate pairs among them, are refused by {@link BodyLimit}.
 */
final class StrictJson implements JsonMapperBuilderCustomizer {

    /** Whole numbers are numbers, so they may stand where a decimal one is wanted. */
    private static final Set<CoercionInputShape> NEVER_SOMETHING_ELSE = Set.of(
            CoercionInputShape.EmptyArray,
            CoercionInputShape.EmptyObject,
            CoercionInputShape.EmptyString,
            CoercionInputShape.Boolean,
            CoercionInputShape.String);

    @Override
    public void customize(JsonMapper.Builder mapper) {
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(coercions ->
                        NEVER_SOMETHING_ELSE.forEach(shape -> coercions.setCoercion(shape, CoercionAction.Fail)))
                .addModule(new SimpleModule("strict values")
                        .addDeserializer(String.class, new CleanText())
                        .addKeyDeserializer(String.class, new CleanText.Key())
                        .addDeserializer(BigDecimal.class, new BoundedNumber<>(BigDecimal.class, number -> number))
                        .addDeserializer(Double.class, new BoundedNumber<>(Double.class, BigDecimal::doubleValue))
                        .addDeserializer(double.class, new BoundedNumber<>(double.class, BigDecimal::doubleValue))
                        .addDeserializer(
                                LocalDate.class, new StrictTime<>(LocalDate.class, "yyyy-MM-dd", LocalDate::parse))
                        .addDeserializer(
                                YearMonth.class, new StrictTime<>(YearMonth.class, "yyyy-MM", YearMonth::parse))
                        .addDeserializer(
                                Instant.class,
                                new StrictTime<>(Instant.class, "yyyy-MM-ddTHH:mm:ssZ", Instant::parse)));
    }
}
