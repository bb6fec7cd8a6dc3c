package vn.dvk.service.web;

import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A decimal number that can be calculated with: {@code 1e999999999} is short to write, and a sum with it fills the
 * memory; {@code 1e999} as a {@code double} is infinite, and {@code "NaN"} is no number at all.
 */
final class BoundedNumber<N extends Number> extends StdScalarDeserializer<N> {

    private static final int DIGITS = 30;

    private final Function<BigDecimal, N> convert;

    BoundedNumber(Class<N> type, Function<BigDecimal, N> convert) {
        super(type);
        this.convert = convert;
    }

    @Override
    public N deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isNumeric()) {
            throw context.wrongTokenException(parser, _valueClass, JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        var number = parser.getDecimalValue();
        if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
            throw context.weirdNumberException(number, _valueClass, "more than " + DIGITS + " digits");
        }
        return convert.apply(number);
    }
}
