package vn.dvk.reporting.counting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.counting.FactQueries.Place;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;

/** Whether a fact is meant by a question, for facts that are in no store as they count. */
final class Asked {

    static final Comparator<Fact> ORDER = Comparator.comparing(Fact::on).thenComparing(Fact::id);

    private Asked() {}

    private record Key(Measure measure, Map<Dimension, String> dimensions) {}

    static boolean isMeant(FactQuery query, Fact fact) {
        return query.measures().contains(fact.measure())
                && query.where().entrySet().stream().allMatch(one -> is(fact, one.getKey(), one.getValue()))
                && isOneOf(query.targets(), fact.get(Dimension.TARGET))
                && (query.under().isEmpty() || query.under().stream().anyMatch(one -> isUnder(one, fact)))
                && !fact.on().isAfter(query.asOf())
                && (query.from() == null || !fact.on().isBefore(query.from()))
                && (query.dueBefore() == null
                        || fact.due() != null && fact.due().isBefore(query.dueBefore()))
                && counts(query, query.known(), fact)
                && (query.unlike() == null || !counts(query, query.unlike(), fact));
    }

    private static boolean is(Fact fact, Dimension dimension, String value) {
        var has = fact.get(dimension);
        return value.equals(has == null ? Dimension.NONE : has)
                || dimension == Dimension.MODEL && value.equals(fact.name());
    }

    private static boolean isOneOf(@Nullable Set<String> allowed, @Nullable String value) {
        return allowed == null || value != null && allowed.contains(value);
    }

    private static boolean isUnder(Under under, Fact fact) {
        var heirs = fact.get(Dimension.HEIRS);
        return isOneOf(under.units(), fact.get(Dimension.UNIT))
                && (under.from() == null || !fact.attributed().isBefore(under.from()))
                && (under.until() == null || fact.attributed().isBefore(under.until()))
                && (under.heirs() == null || under.heirs().equals(heirs == null ? "" : heirs));
    }

    private static boolean counts(FactQuery query, Moment known, Fact fact) {
        var at = known.at();
        var stands = at == null
                ? fact.knownTo() == null
                : !fact.knownFrom().isAfter(at)
                        && (fact.knownTo() == null || fact.knownTo().isAfter(at));
        return stands
                && (!query.valid()
                        || fact.until() == null
                        || fact.until().isAfter(query.asOf())
                        || at != null && isLater(fact.untilKnown(), at));
    }

    private static boolean isLater(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other);
    }

    static List<Group> count(List<Fact> facts, List<Dimension> by, boolean distinct) {
        var counts = new HashMap<Key, Long>();
        var models = new HashMap<Key, Set<String>>();
        for (var fact : facts) {
            var dimensions = new EnumMap<Dimension, String>(Dimension.class);
            for (var dimension : by) {
                if (fact.get(dimension) instanceof String value) {
                    dimensions.put(dimension, value);
                }
            }
            var key = new Key(fact.measure(), dimensions);
            if (!distinct) {
                counts.merge(key, 1L, Long::sum);
            } else if (fact.get(Dimension.MODEL) instanceof String model
                    && models.computeIfAbsent(key, _ -> new HashSet<>()).add(model)) {
                counts.merge(key, 1L, Long::sum);
            }
        }
        return groups(counts);
    }

    private static List<Group> groups(Map<Key, Long> counts) {
        return counts.entrySet().stream()
                .map(one -> new Group(one.getKey().measure(), one.getKey().dimensions(), one.getValue()))
                .toList();
    }

    /** Of facts that have no model in common. */
    static List<Group> sum(List<Group> some, List<Group> others) {
        var counts = new HashMap<Key, Long>();
        some.forEach(one -> counts.merge(new Key(one.measure(), one.key()), one.count(), Long::sum));
        others.forEach(one -> counts.merge(new Key(one.measure(), one.key()), one.count(), Long::sum));
        return groups(counts);
    }

    static boolean isAfter(Fact fact, @Nullable Place place) {
        return place == null
                || fact.on().isAfter(place.on())
                || fact.on().equals(place.on()) && fact.id().compareTo(place.id()) > 0;
    }

    static List<Fact> first(List<Fact> some, List<Fact> others, int limit) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all.stream().sorted(ORDER).limit(limit).toList();
    }
}
