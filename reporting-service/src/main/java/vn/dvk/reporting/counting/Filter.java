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
 * @param asKnown what was known at that moment; absent for today
 */
public record Filter(
        @Nullable Measure measure,
        Map<Dimension, String> where,
        @Nullable LocalDate asOf,
        @Nullable LocalDate from,
        @Nullable Instant asKnown,
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

    public @Nullable String get(Dimension dimension) {
        return where.get(dimension);
    }

    public Filter with(Dimension dimension, String value) {
        var more = new EnumMap<Dimension, String>(Dimension.class);
        more.putAll(where);
        more.put(dimension, value);
        return new Filter(measure, more, asOf, from, asKnown, organisation);
    }

    public Filter without(Dimension dimension) {
        var fewer = new LinkedHashMap<>(where);
        fewer.remove(dimension);
        return new Filter(measure, fewer, asOf, from, asKnown, organisation);
    }

    public Filter with(Measure other) {
        return new Filter(other, where, asOf, from, asKnown, organisation);
    }

    public Filter from(@Nullable LocalDate day) {
        return new Filter(measure, where, asOf, day, asKnown, organisation);
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
        if (asKnown != null) {
            parameters.put("asKnown", asKnown);
        }
        if (organisation != View.THEN) {
            parameters.put("organisation", organisation.name().toLowerCase(Locale.ROOT));
        }
        var query = org.springframework.web.util.UriComponentsBuilder.newInstance();
        parameters.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
        return String.valueOf(query.encode().buildAndExpand(parameters).toUri().getRawQuery());
    }
}
