package vn.dvk.reporting.counting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.Filter.View;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.projection.Directory;

/** The one place where a filter is read from names and values. */
public final class Parameters {

    /** Dimensions with a fixed list of words; one outside it would silently count nothing. */
    private static final Map<Dimension, List<String>> WORDS = Map.of(
            Dimension.KIND, List.of("MODEL", "EXEMPLAR"),
            Dimension.SUBJECT, List.of("COLLECTIVE", "INDIVIDUAL", "HOUSEHOLD"),
            Dimension.ORIGIN, List.of("NEW", "RUNNING", "UPGRADED", "REPLICA"),
            Dimension.OUTCOME, List.of("MAINTAINED", "STRENGTHENED", "TO_BE_CONSOLIDATED", "STOPPED", "ENDED"),
            Dimension.CATEGORY, List.of("MODEL", "MOVEMENT"));

    private static final Map<String, String> NAMES = names();

    private Parameters() {}

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put(
                "measure",
                "What is counted, as GET /api/v1/measures explains: "
                        + String.join(
                                ", ",
                                Arrays.stream(Measure.values())
                                        .map(Measure::code)
                                        .toList()));
        for (var dimension : Dimension.ASKED) {
            names.put(dimension.code(), describe(dimension));
        }
        names.put(
                "asOf",
                "Last business date that counts, such as 2024-06-30; by default the programme's cut-off, else today");
        names.put("from", "First business date that counts; not of a stock");
        names.put(
                "asKnown",
                "What the log had by then: an instant, a date for the end of that day in Vietnam, or the watermark of an"
                        + " earlier answer, which always gives the same answer; by default all there is");
        names.put(
                "organisation",
                "then: each fact in the organisation of its own day; cutoff: all in that of asOf; now: all in today's;"
                        + " by default then");
        return names;
    }

    private static String describe(Dimension dimension) {
        return switch (dimension) {
            case INSTALLATION ->
                "Installation whose facts count; by default all that are read, together. Codes of another than the own one"
                        + " are written installation:code";
            case LACKS -> "Of incomplete and lacking: what the papers do not tell, such as amount, on, decision.number";
            case UNIT -> "Unit code; its whole subtree counts";
            case MODEL -> "Model id, or its exact name";
            case TARGET -> "Code of the unit that takes up a replicated model";
            case ISSUER -> "Who issued the decision, exactly as written";
            case LEVEL, FORM, TRACK, GRADE -> "Code of the " + dimension.code() + ", a term: GET /api/v1/terms";
            case PROGRAMME, FIELD, KIND, SUBJECT, CATEGORY, ORIGIN, STEP, OUTCOME, CONTINUES, VIA, HEIRS, PAPER ->
                WORDS.containsKey(dimension)
                        ? String.join(", ", WORDS.getOrDefault(dimension, List.of()))
                        : "Code of the " + dimension.code();
        };
    }

    /** Names a filter may have, with what they mean in English. */
    public static Map<String, String> described() {
        return Collections.unmodifiableMap(NAMES);
    }

    /** @throws Malformed naming what is not understood, and what would be */
    public static Filter read(Map<String, String> given) {
        var where = new EnumMap<Dimension, String>(Dimension.class);
        given.forEach((name, value) -> {
            if (!NAMES.containsKey(name)) {
                throw new Malformed(QueryReason.UNKNOWN_PARAMETER, name, String.join(", ", NAMES.keySet()));
            }
            if (value.isBlank()) {
                // It would widen the question without a word.
                throw new Malformed(QueryReason.EMPTY_PARAMETER, name);
            }
            Dimension.of(name).ifPresent(dimension -> where.put(dimension, word(dimension, text(name, value))));
        });
        return new Filter(
                measure(given.get("measure")),
                where,
                date("asOf", given.get("asOf")),
                date("from", given.get("from")),
                known("asKnown", given.get("asKnown")),
                view(given.get("organisation")));
    }

    /**
     * Text as people write it.
     *
     * @throws Malformed if it has control characters or halves of characters
     */
    public static String text(String name, String value) {
        if (value.codePoints()
                .anyMatch(one -> Character.isISOControl(one) || Character.getType(one) == Character.SURROGATE)) {
            throw new Malformed(QueryReason.MALFORMED_TEXT, name);
        }
        return value.strip();
    }

    private static String word(Dimension dimension, String value) {
        var words = WORDS.get(dimension);
        if (words != null && !words.contains(value)) {
            throw new Malformed(QueryReason.UNKNOWN_WORD, dimension.code(), value, String.join(", ", words));
        }
        return value;
    }

    private static @Nullable Measure measure(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Measure.of(code)
                .orElseThrow(() -> new Malformed(
                        QueryReason.UNKNOWN_MEASURE,
                        code,
                        String.join(
                                ", ",
                                Arrays.stream(Measure.values())
                                        .map(Measure::code)
                                        .toList())));
    }

    private static View view(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "", "then" -> View.THEN;
            case "cutoff" -> View.CUTOFF;
            case "now" -> View.NOW;
            default ->
                throw new Malformed(
                        QueryReason.UNKNOWN_WORD, "organisation", String.valueOf(word), "then, cutoff, now");
        };
    }

    public static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return near(LocalDate.parse(text));
        } catch (DateTimeException _) {
            throw new Malformed(QueryReason.MALFORMED_DATE, name, text);
        }
    }

    /** A watermark, an instant, or the end of a day in Vietnam; all there is if nothing is said. */
    public static Moment known(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Moment.NOW;
        }
        return Watermark.isOne(text) ? Moment.of(Watermark.parse(name, text)) : new Moment(moment(name, text));
    }

    private static Instant moment(String name, String text) {
        try {
            if (text.contains("T")) {
                var moment = OffsetDateTime.parse(text);
                near(moment.toLocalDate());
                return moment.toInstant();
            }
            return near(LocalDate.parse(text))
                    .plusDays(1)
                    .atStartOfDay(Directory.VIETNAM)
                    .toInstant()
                    .minusMillis(1);
        } catch (DateTimeException _) {
            throw new Malformed(QueryReason.MALFORMED_DATE, name, text);
        }
    }

    /** @throws DateTimeException if it is a slip of the finger: stores and calendars do not agree on days that far off */
    private static LocalDate near(LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 9999) {
            throw new DateTimeException("not between 1900 and 9999");
        }
        return date;
    }

    /** Dimensions to group by, separated by commas. */
    public static List<Dimension> groups(String by) {
        var dimensions = new ArrayList<Dimension>();
        for (var name : by.split(",")) {
            if (!name.isBlank()) {
                dimensions.add(Dimension.of(name.strip())
                        .orElseThrow(() -> new Malformed(
                                QueryReason.UNKNOWN_DIMENSION,
                                name.strip(),
                                String.join(
                                        ", ",
                                        Dimension.ASKED.stream()
                                                .map(Dimension::code)
                                                .toList()))));
            }
        }
        return dimensions.stream().distinct().toList();
    }
}
