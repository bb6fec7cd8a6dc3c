package vn.dvk.reporting.counting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.counting.FactQueries.Place;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Turns what a caller asks into questions to the facts: subtrees, successions, distinct units, rates. */
public final class Counting {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FactQueries facts;
    private final Directory directory;

    public Counting(FactQueries facts, Directory directory) {
        this.facts = facts;
        this.directory = directory;
    }

    /** @param total null if it cannot be given, because nobody has stated what it is to be divided by */
    public record Count(@Nullable BigDecimal total, List<Part> parts) {

        /** @param key values of the dimensions grouped by; absent where the facts have none */
        public record Part(Map<Dimension, String> key, long count) {}
    }

    /** @throws Refused if the programme or the unit is not known */
    public Count count(Filter filter, List<Dimension> by) {
        var measure = measure(filter);
        var query = query(filter);
        return switch (measure.way()) {
            case FACTS -> sum(parts(filter, facts.count(query, by, false), by));
            case MODELS -> {
                var parts = parts(filter, facts.count(query, by, true), by);
                var total =
                        by.isEmpty() ? sum(parts) : sum(parts(filter, facts.count(query, List.of(), true), List.of()));
                yield new Count(total.total(), parts);
            }
            case UNITS -> units(filter, query, by);
            case RATE -> new Count(rate(filter, units(filter, query, List.of())), List.of());
        };
    }

    private static Count sum(List<Count.Part> parts) {
        return new Count(
                BigDecimal.valueOf(parts.stream().mapToLong(Count.Part::count).sum()), parts);
    }

    /** Rolled up into the view's units where it is grouped by unit. */
    private List<Count.Part> parts(Filter filter, List<Group> groups, List<Dimension> by) {
        var tree = by.contains(Dimension.UNIT) ? tree(filter) : null;
        var parts = new LinkedHashMap<Map<Dimension, String>, Long>();
        groups.forEach(group -> parts.merge(placed(group.key(), tree), group.count(), Long::sum));
        return parts.entrySet().stream()
                .map(part -> new Count.Part(part.getKey(), part.getValue()))
                .sorted(Comparator.comparing(part -> order(part.key(), by)))
                .toList();
    }

    private static Map<Dimension, String> placed(Map<Dimension, String> key, @Nullable Tree tree) {
        var unit = key.get(Dimension.UNIT);
        if (tree == null || unit == null) {
            return key;
        }
        var placed = new EnumMap<Dimension, String>(key);
        placed.put(Dimension.UNIT, tree.place(unit));
        return placed;
    }

    private static String order(Map<Dimension, String> key, List<Dimension> by) {
        return String.join(
                "\u0000", by.stream().map(one -> key.getOrDefault(one, "")).toList());
    }

    private Count units(Filter filter, FactQuery query, List<Dimension> by) {
        var withUnit = new ArrayList<>(by);
        withUnit.add(Dimension.UNIT);
        var tree = tree(filter);
        var all = new HashSet<String>();
        var perKey = new LinkedHashMap<Map<Dimension, String>, Set<String>>();
        for (var group : facts.count(query, withUnit.stream().distinct().toList(), false)) {
            var unit = tree.place(Objects.requireNonNull(group.key().get(Dimension.UNIT)));
            var key = new EnumMap<Dimension, String>(Dimension.class);
            by.forEach(one -> {
                var value = one == Dimension.UNIT ? unit : group.key().get(one);
                if (value != null) {
                    key.put(one, value);
                }
            });
            all.add(unit);
            perKey.computeIfAbsent(key, _ -> new HashSet<>()).add(unit);
        }
        var parts = perKey.entrySet().stream()
                .map(one -> new Count.Part(one.getKey(), one.getValue().size()))
                .sorted(Comparator.comparing(part -> order(part.key(), by)))
                .toList();
        return new Count(BigDecimal.valueOf(all.size()), parts);
    }

    /** Who should register is stated of the whole programme; a part of it cannot be divided by that. */
    private @Nullable BigDecimal rate(Filter filter, Count units) {
        var programme = programme(filter);
        var unit = filter.get(Dimension.UNIT);
        if (programme == null
                || filter.without(Dimension.UNIT).where().size() > 1
                || unit != null && !unit.equals(programme.host())) {
            return null;
        }
        var expected = programme.expectedUnits();
        return expected == null || expected == 0 || units.total() == null
                ? null
                : units.total().multiply(HUNDRED).divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_UP);
    }

    /** The facts behind the number, by the same filter. */
    public List<Fact> facts(Filter filter, @Nullable Place after, int limit) {
        return facts.find(query(filter), after, limit);
    }

    /** How many facts there are behind the number. */
    public long size(Filter filter) {
        return facts.count(query(filter), List.of(), false).stream()
                .mapToLong(Group::count)
                .sum();
    }

    /**
     * What has come to count, or no longer counts, since that moment: corrections, and what was entered late.
     *
     * @param since what was known then; the filter's own state of knowledge is the later one
     */
    public List<Fact> difference(Filter filter, Moment since, Side side, int limit) {
        var query = query(filter);
        var now = query.known();
        return facts.find(side == Side.COME ? query.difference(now, since) : query.difference(since, now), null, limit);
    }

    /** Of a difference. */
    public enum Side {
        /** Counts now and did not then. */
        COME,
        /** Counted then and does not now. */
        GONE
    }

    /**
     * Several measures at once, each in facts.
     *
     * @param filter with a measure of the same {@link Measure#time()} as all of them, which itself is left aside
     */
    public List<Group> groups(Filter filter, Set<Measure> measures, List<Dimension> by, boolean distinct) {
        return facts.count(query(filter).withMeasures(measures), by, distinct);
    }

    /** Models that stand, at the day the filter asks about, at a step which was due before it. */
    public List<Group> overdue(Filter filter, List<Dimension> by) {
        return facts.count(query(filter.with(Measure.IN_PROGRESS)).dueBefore(day(filter)), by, false);
    }

    private static Measure measure(Filter filter) {
        if (filter.measure() == null) {
            throw new Refused(WebReason.MISSING_PARAMETER, "measure");
        }
        return filter.measure();
    }

    private FactQuery query(Filter filter) {
        var unit = filter.get(Dimension.UNIT);
        programme(filter);
        checkCode(filter, Dimension.FIELD, run -> run.fields().stream().map(Programme.Field::code));
        checkCode(filter, Dimension.STEP, run -> run.steps().stream().map(Programme.Step::code));
        var measure = measure(filter);
        var stock = measure.time() == Measure.Time.STOCK;
        if (stock && filter.from() != null) {
            throw new Malformed(QueryReason.FROM_OF_A_STOCK, measure.code());
        }
        return new FactQuery(
                Set.of(measure.facts()),
                filter.without(Dimension.UNIT).where(),
                unit == null ? null : under(unit, filter),
                filter.from(),
                day(filter),
                stock,
                new Moment(filter.asKnown()),
                null,
                null);
    }

    /**
     * A code that neither a programme has nor any fact would silently count nothing.
     *
     * @throws Malformed naming those that there are
     */
    private void checkCode(Filter filter, Dimension dimension, Function<Programme, Stream<String>> codes) {
        var code = filter.get(dimension);
        if (code == null) {
            return;
        }
        var run = programme(filter);
        var known = (run == null ? directory.now().programmes().stream() : Stream.of(run))
                .flatMap(codes)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(code)) {
            var anywhere = new FactQuery(
                    EnumSet.allOf(Measure.class),
                    Map.of(dimension, code),
                    null,
                    null,
                    FactQuery.LAST_DAY,
                    false,
                    Moment.NOW,
                    null,
                    null);
            if (facts.count(anywhere, List.of(), false).isEmpty()) {
                throw new Malformed(QueryReason.UNKNOWN_WORD, dimension.code(), code, String.join(", ", known));
            }
        }
    }

    private Set<String> under(String unit, Filter filter) {
        directory.now().unit(unit).orElseThrow(() -> Refused.notFound("unit", unit));
        return tree(filter).under(unit);
    }

    private @Nullable Programme programme(Filter filter) {
        var code = filter.get(Dimension.PROGRAMME);
        return code == null
                ? null
                : directory.now().programme(code).orElseThrow(() -> Refused.notFound("programme", code));
    }

    /** The organisation the filter asks to be seen in. */
    public Tree tree(Filter filter) {
        return switch (filter.organisation()) {
            case THEN -> directory.now().then(day(filter));
            case NOW -> directory.now().now(directory.today());
        };
    }

    /** The day whose organisation is meant: the one asked for, else the programme's cut-off, else today. */
    public LocalDate day(Filter filter) {
        if (filter.asOf() != null) {
            return filter.asOf();
        }
        var programme = programme(filter);
        return programme == null ? directory.today() : programme.cutOff();
    }
}
