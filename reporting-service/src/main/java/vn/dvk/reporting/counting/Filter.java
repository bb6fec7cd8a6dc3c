package vn.dvk.reporting.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Measure;

/**
 * What a caller asks about: the same words in an address, in a reconciliation and in a drill-down.
 *
 * @param where   dimensions that must have a value; a unit means its whole subtree
 * @param asOf    last business date
 * @param from    first business date
 * @param known   what was known by whom the answer is for: all there is, or what the log had by some moment
 */
public record Filter(
        @Nullable Measure measure,
        Map<Dimension, String> where,
        @Nullable LocalDate asOf,
        @Nullable LocalDate from,
        Moment known,
        View organisation) {

    /** In which organisation units are looked at. */
    public enum View {
        /** Each fact where its unit belonged on the day of the fact. */
        THEN,
        /** Everything as on the day that is asked about. */
        CUTOFF,
        /** Everything as today. */
        NOW
    }

    public Filter {
        where = Map.copyOf(where);
    }

    /** Up to when what the log had counts; null for all there is. */
    public @Nullable Instant asKnown() {
        return known.at();
    }

    public @Nullable String get(Dimension dimension) {
        return where.get(dimension);
    }

    public Filter with(Dimension dimension, String value) {
        var more = new EnumMap<Dimension, String>(Dimension.class);
        more.putAll(where);
        more.put(dimension, value);
        return new Filter(measure, more, asOf, from, known, organisation);
    }

    public Filter without(Dimension dimension) {
        var fewer = new LinkedHashMap<>(where);
        fewer.remove(dimension);
        return new Filter(measure, fewer, asOf, from, known, organisation);
    }

    public Filter with(Measure other) {
        return new Filter(other, where, asOf, from, known, organisation);
    }

    /** The same question, as known by another. */
    public Filter as(Moment other) {
        return new Filter(measure, where, asOf, from, other, organisation);
    }

    public Filter from(@Nullable LocalDate day) {
        return new Filter(measure, where, asOf, day, known, organisation);
    }

    /** As the query of an address that asks the same. */
    public String query() {
        var parameters = new LinkedHashMap<String, Object>();
        if (measure != null) {
            parameters.put("measure", measure.code());
        }
        for (var dimension : Dimension.ASKED) {
            var value = where.get(dimension);
            if (value != null) {
                parameters.put(dimension.code(), value);
            }
        }
        if (asOf != null) {
            parameters.put("asOf", asOf);
        }
        if (from != null) {
            parameters.put("from", from);
        }
        if (known.at() != null) {
            parameters.put("asKnown", known);
        }
        if (organisation != View.THEN) {
            parameters.put("organisation", organisation.name().toLowerCase(Locale.ROOT));
        }
        var query = org.springframework.web.util.UriComponentsBuilder.newInstance();
        parameters.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
        return String.valueOf(query.encode().buildAndExpand(parameters).toUri().getRawQuery());
    }
}
