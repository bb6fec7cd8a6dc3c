package vn.dvk.service.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Precision;

/** A day as far as it is known: {@code "2018-10-05"}, {@code "2018-10"} or {@code "2018"}. */
public final class KnownDay extends ValueDeserializer<Day> {

    private static final Pattern ROUGH = Pattern.compile("\\d{4}(-\\d{2})?");

    @Override
    public Day deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING
                && ROUGH.matcher(parser.getString()).matches()) {
            return rough(parser.getString(), context);
        }
        return Day.of(context.readValue(parser, LocalDate.class));
    }

    private static Day rough(String text, DeserializationContext context) {
        try {
            return text.length() == 4
                    ? new Day(Year.parse(text).atMonth(12).atEndOfMonth(), Precision.YEAR)
                    : new Day(YearMonth.parse(text).atEndOfMonth(), Precision.MONTH);
        } catch (DateTimeException _) {
            return (Day) context.handleWeirdStringValue(Day.class, text, "no such month");
        }
    }
}
