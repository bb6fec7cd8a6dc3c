package vn.dvk.service.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A day, month or moment, in its one ISO form and in years somebody could mean. A browser's {@code
 * 2024-02-29T17:00:00.000Z} is 1 March in Vietnam, and a spreadsheet's 45352 is no day at all: neither is guessed at.
 */
final class StrictTime<T> extends StdScalarDeserializer<T> {

    /** 1900 to 9999: four digits and no sign. */
    private static final Pattern SANE_YEAR = Pattern.compile("(19|[2-9]\\d)\\d\\d-.*");

    private final String form;
    private final Function<String, T> parse;

    StrictTime(Class<T> type, String form, Function<String, T> parse) {
        super(type);
        this.form = form;
        this.parse = parse;
    }

    /** For a parameter: {@code 2024-06-30} in the same years. */
    static LocalDate day(String text) {
        if (!SANE_YEAR.matcher(text).matches()) {
            throw new IllegalArgumentException("A day looks like 2024-06-30");
        }
        return LocalDate.parse(text);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, _valueClass, JsonToken.VALUE_STRING, form);
        }
        var text = parser.getString();
        if (SANE_YEAR.matcher(text).matches()) {
            try {
                return parse.apply(text);
            } catch (DateTimeException _) {
                // such as 30 February, or another form
            }
        }
        throw context.weirdStringException(text, _valueClass, form);
    }
}
