package vn.dvk.service.web;

import java.time.DateTimeException;
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

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 9999;

    /** Four digits and no sign, so that the text itself keeps the year within bounds. */
    private static final Pattern SANE_YEAR = Pattern.compile("(19|[2-9]\\d)\\d\\d-.*");

    private final String form;
    private final Function<String, T> parse;

    StrictTime(Class<T> type, String form, Function<String, T> parse) {
        super(type);
        this.form = form;
        this.parse = parse;
    }

    static boolean isSane(String text) {
        return SANE_YEAR.matcher(text).matches();
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, _valueClass, JsonToken.VALUE_STRING, form);
        }
        var text = parser.getString();
        if (isSane(text)) {
            try {
                return parse.apply(text);
            } catch (DateTimeException _) {
                // such as 30 February, or another form
            }
        }
        throw context.weirdStringException(text, _valueClass, form);
    }
}
