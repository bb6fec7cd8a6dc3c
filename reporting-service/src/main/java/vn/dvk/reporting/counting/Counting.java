package vn.dvk.reporting.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.counting.FactQueries.Place;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.history.InstallationCode;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;
import vn.dvk.reporting.domain.organisation.Participation;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.TargetUnits;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.domain.organisation.Tree;
import vn.dvk.reporting.events.Installations;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Turns what a caller asks into questions to the facts: subtrees, successions, distinct units, rates. */
public final class Counting {

    /** What a model has instead of a grade where it is not eligible for one. */
    private static final String INELIGIBLE = "INELIGIBLE";

    /** What papers mostly lack; what others of them lack is known once one does. */
    private static final List<String> LACKED =
            List.of("on", "approval.number", "minutes.number", "document.number", "decision.number", "amount");

    private static final Map<Dimension, String> VOCABULARIES = Map.of(
            Dimension.LEVEL, Term.LEVEL,
            Dimension.FORM, Term.AWARD_FORM,
            Dimension.TRACK, Term.TRACK,
            Dimension.GRADE, Term.GRADE);

    private final FactQueries facts;
    private final Directory directory;
    private final Installations installations;

    public Counting(FactQueries facts, Directory directory, Installations installations) {
        this.facts = facts;
        this.directory = directory;
        this.installations = installations;
    }

    /**
     * @param total null if it cannot be given: nobody has said which units should register, or awards of several tracks
     *              would be added up
     */
    public record Count(@Nullable BigDecimal total, List<Part> parts) {

        /** @param key values of the dimensions grouped by; absent where the facts have none */
        public record Part(Map<Dimension, String> key, long count) {}
    }

    /**
     * The dimensions by which an answer is told apart: those asked for, and of awards their track where the question names
     * none, because those of Party and State are never added up.
     */
    public static List<Dimension> apart(Filter filter, List<Dimension> by) {
        return areOfAnyTrack(filter) && !by.contains(Dimension.TRACK)
                ? Stream.concat(by.stream(), Stream.of(Dimension.TRACK)).toList()
                : by;
    }

    private static boolean areOfAnyTrack(Filter filter) {
        return filter.measure() != null
                && filter.measure().facts() == Measure.AWARDED
                && filter.get(Dimension.TRACK) == null;
    }

    /**
     * How many, in groups that are {@link #apart}.
     *
     * @throws Refused if the programme or the unit is not known
     */
    public Count count(Filter filter, List<Dimension> groupedBy) {
        var by = apart(filter, groupedBy);
        var count = counted(filter, by);
        return by.contains(Dimension.INSTALLATION)
                ? new Count(
                        count.total(),
                        count.parts().stream()
                                .map(part -> new Count.Part(withInstallation(part.key()), part.count()))
                                .toList())
                : count;
    }

    private Map<Dimension, String> withInstallation(Map<Dimension, String> key) {
        var named = new EnumMap<Dimension, String>(Dimension.class);
        named.put(Dimension.INSTALLATION, installations.own().code());
        named.putAll(key);
        return named;
    }

    /** Codes of those whose facts may be in the answer: of the one that is asked about, or of all, counted together. */
    public List<String> installations(Filter filter) {
        var asked = filter.get(Dimension.INSTALLATION);
        var code =
                filter.get(Dimension.PROGRAMME) == null ? filter.get(Dimension.UNIT) : filter.get(Dimension.PROGRAMME);
        if (asked != null) {
            return List.of(asked);
        }
        if (code == null || Tree.isUnattributable(code)) {
            return installations.codes();
        }
        var other = InstallationCode.installation(code);
        return List.of(other == null ? installations.own().code() : other);
    }

    /**
     * The own one's facts say nothing of an installation.
     *
     * @throws Malformed naming those that there are
     */
    private Map<Dimension, String> where(Filter filter) {
        var asked = filter.get(Dimension.INSTALLATION);
        var where = filter.without(Dimension.UNIT).without(Dimension.TARGET);
        if (asked == null) {
            return where.where();
        }
        if (!installations.codes().contains(asked)) {
            throw new Malformed(
                    QueryReason.UNKNOWN_WORD,
                    Dimension.INSTALLATION.code(),
                    asked,
                    String.join(", ", installations.codes()));
        }
        return asked.equals(installations.own().code())
                ? where.with(Dimension.INSTALLATION, Dimension.NONE).where()
                : where.where();
    }

    private Count counted(Filter filter, List<Dimension> by) {
        var measure = measure(filter);
        var query = query(filter);
        return switch (measure.way()) {
            case FACTS -> {
                var parts = parts(filter, facts.count(query, told(by), false), by);
                // What was forwarded is in the account of several programmes, and counts once over all of them.
                yield by.contains(Dimension.PROGRAMME) || areOfAnyTrack(filter)
                        ? new Count(total(filter, query), parts)
                        : sum(parts);
            }
            case MODELS -> {
                var parts = parts(filter, facts.count(query, told(by), true), by);
                yield by.isEmpty() ? sum(parts) : new Count(total(facts.count(query, List.of(), true)), parts);
            }
            case CHAINS -> {
                var parts = by.contains(Dimension.UNIT)
                        ? inOrder(chains(filter, query, by).stream(), by)
                        : parts(filter, facts.chains(query, by), by);
                yield by.isEmpty() ? sum(parts) : new Count(total(facts.chains(query, List.of())), parts);
            }
            case UNITS -> {
                var units = units(filter, query, by);
                yield by.contains(Dimension.PROGRAMME)
                        ? new Count(units(filter, query, List.of()).total(), units.parts())
                        : units;
            }
            case TARGETS -> new Count(expected(filter), List.of());
            case RATE -> new Count(rate(filter), List.of());
        };
    }

    private static Count sum(List<Count.Part> parts) {
        return new Count(
                BigDecimal.valueOf(parts.stream().mapToLong(Count.Part::count).sum()), parts);
    }

    /** Null where awards of several tracks would be added up. */
    private @Nullable BigDecimal total(Filter filter, FactQuery query) {
        var groups = facts.count(query, apart(filter, List.of()), false);
        return areOfAnyTrack(filter) && groups.size() > 1 ? null : total(groups);
    }

    private static BigDecimal total(List<Group> groups) {
        return BigDecimal.valueOf(groups.stream().mapToLong(Group::count).sum());
    }

    /** By unit the models are placed one by one: a chain may have gone on in a unit's successor, and counts there once. */
    private List<Count.Part> chains(Filter filter, FactQuery query, List<Dimension> by) {
        var tree = tree(filter);
        var links = facts.count(query.links(), List.of(Dimension.MODEL, Dimension.CONTINUES), false);
        var models = Stream.concat(told(by).stream(), Stream.of(Dimension.MODEL))
                .distinct()
                .toList();
        return new Chains(links)
                        .count(
                                facts.count(query, models, false),
                                key -> placed(key, tree),
                                by.contains(Dimension.MODEL))
                        .stream()
                        .map(group -> new Count.Part(group.key(), group.count()))
                        .toList();
    }

    /** Rolled up into the view's places where it is grouped by unit. */
    private List<Count.Part> parts(Filter filter, List<Group> groups, List<Dimension> by) {
        var tree = by.contains(Dimension.UNIT) ? tree(filter) : null;
        var targets = by.contains(Dimension.TARGET) ? targetTree(filter).orElse(null) : null;
        var parts = new LinkedHashMap<Map<Dimension, String>, Long>();
        groups.forEach(group -> parts.merge(placed(targeted(group.key(), targets), tree), group.count(), Long::sum));
        return inOrder(parts.entrySet().stream().map(part -> new Count.Part(part.getKey(), part.getValue())), by);
    }

    private static List<Count.Part> inOrder(Stream<Count.Part> parts, List<Dimension> by) {
        return parts.sorted(Comparator.comparing(part -> order(part.key(), by))).toList();
    }

    private static Map<Dimension, String> targeted(Map<Dimension, String> key, @Nullable Tree tree) {
        if (tree == null || !(key.get(Dimension.TARGET) instanceof String target)) {
            return key;
        }
        var targeted = new EnumMap<Dimension, String>(key);
        targeted.put(Dimension.TARGET, tree.successorOf(target));
        return targeted;
    }

    private static Map<Dimension, String> placed(Map<Dimension, String> key, @Nullable Tree tree) {
        var unit = key.get(Dimension.UNIT);
        if (tree == null || unit == null) {
            return key;
        }
        var placed = new EnumMap<Dimension, String>(key);
        placed.remove(Dimension.HEIRS);
        placed.put(Dimension.UNIT, Tree.shown(place(key, tree)));
        return placed;
    }

    private static String place(Map<Dimension, String> key, Tree tree) {
        var heirs = key.get(Dimension.HEIRS);
        return tree.place(
                Objects.requireNonNull(key.get(Dimension.UNIT)), heirs == null ? List.of() : List.of(heirs.split(",")));
    }

    /** What tells units of a view apart: where units were split, also whom their models were assigned to. */
    private static List<Dimension> told(List<Dimension> by) {
        return by.contains(Dimension.UNIT)
                ? Stream.concat(by.stream(), Stream.of(Dimension.HEIRS)).toList()
                : by;
    }

    private static String order(Map<Dimension, String> key, List<Dimension> by) {
        return String.join(
                "\u0000", by.stream().map(one -> key.getOrDefault(one, "")).toList());
    }

    private Count units(Filter filter, FactQuery query, List<Dimension> by) {
        var withUnit = new ArrayList<>(by);
        withUnit.add(Dimension.UNIT);
        withUnit.add(Dimension.HEIRS);
        var tree = tree(filter);
        var all = new HashSet<String>();
        var perKey = new LinkedHashMap<Map<Dimension, String>, Set<String>>();
        for (var group : facts.count(query, withUnit.stream().distinct().toList(), false)) {
            var unit = place(group.key(), tree);
            if (Tree.isUnattributable(unit)) {
                continue; // whose it is nobody has said, so no unit has registered it
            }
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

    /** Nobody has said who should register in a part of a programme but at a unit: by field or subject there is no answer. */
    private Optional<Participation> ofWholeProgramme(Filter filter) {
        var asked =
                filter.without(Dimension.UNIT).without(Dimension.INSTALLATION).where();
        return asked.size() > 1 ? Optional.empty() : participation(filter);
    }

    private @Nullable BigDecimal rate(Filter filter) {
        return ofWholeProgramme(filter)
                .map(all -> all.rate(filter.get(Dimension.UNIT)))
                .orElse(null);
    }

    private @Nullable BigDecimal expected(Filter filter) {
        return ofWholeProgramme(filter)
                .map(all -> BigDecimal.valueOf(
                        all.targets().should(filter.get(Dimension.UNIT)).size()))
                .orElse(null);
    }

    /**
     * Who should register in the programme that is asked about, and who of them has by the day, themselves or as a unit
     * whose place they have taken by then: a commune that was merged yesterday is not missing today. That is why it takes no
     * account of where the facts belonged, and the unit asked about is left aside.
     *
     * @return nothing if nobody has said who should
     */
    public Optional<Participation> participation(Filter filter) {
        var programme = programme(filter);
        if (programme == null || programme.targets() == null) {
            return Optional.empty();
        }
        var organised = organised(filter);
        var targets = new TargetUnits(programme, organisation(filter), day(filter), organised, tree(filter));
        var whole = query(filter.without(Dimension.UNIT).with(Measure.REGISTERED));
        var tree = organisation(filter).as(organised);
        var registering = facts.count(whole, told(List.of(Dimension.UNIT)), false).stream()
                .map(group -> place(group.key(), tree))
                .collect(Collectors.toSet());
        return Optional.of(new Participation(targets, registering));
    }

    /** The facts behind the number, by the same filter. */
    public List<Fact> facts(Filter filter, @Nullable Place after, int limit) {
        return facts.find(query(filter), after, limit);
    }

    /** How many facts there are behind the number; null where awards of several tracks would be added up. */
    public @Nullable Long size(Filter filter) {
        var total = total(filter, query(filter));
        return total == null ? null : total.longValueExact();
    }

    /** Facts compared one by one where the organisation is known otherwise than it was. */
    private static final int MOST_COMPARED = 20_000;

    /**
     * By what an answer differs from the one to the same question as it was known then.
     *
     * @param gone     counted then and does not now
     * @param come     counts now and did not then
     * @param moved    counts in both, at another place of the view
     * @param complete false if there may be more
     */
    public record Difference(List<Fact> gone, List<Fact> come, List<Fact> moved, boolean complete) {}

    /**
     * What has changed in an answer since that moment: corrections, what was entered late, and papers about units that were
     * told late, each in the view that is asked.
     *
     * @param since what was known then; the filter's own state of knowledge is the later one
     * @param most  of each kind
     */
    public Difference difference(Filter filter, Moment since, int most) {
        var before = filter.as(since);
        var was = query(before);
        var is = query(filter);
        if (organisation(before) != organisation(filter) || !organised(before).equals(organised(filter))) {
            return compared(filter, before, facts.find(was, null, MOST_COMPARED), facts.find(is, null, MOST_COMPARED));
        }
        var gone = facts.find(was.difference(since, filter.known()), null, most + 1);
        var come = facts.find(is.difference(filter.known(), since), null, most + 1);
        return new Difference(gone, come, List.of(), gone.size() <= most && come.size() <= most);
    }

    private Difference compared(Filter filter, Filter before, List<Fact> were, List<Fact> are) {
        var now = new LinkedHashMap<String, Fact>();
        are.forEach(fact -> now.put(fact.id(), fact));
        var gone = new ArrayList<Fact>();
        var moved = new ArrayList<Fact>();
        for (var fact : were) {
            var same = now.remove(fact.id());
            if (same == null) {
                gone.add(fact);
            } else if (filter.organisation() != Filter.View.THEN && fact.get(Dimension.UNIT) != null) {
                if (!placeIn(before, fact).equals(placeIn(filter, fact))) {
                    moved.add(fact);
                }
            }
        }
        var all = were.size() < MOST_COMPARED && are.size() < MOST_COMPARED;
        return new Difference(gone, List.copyOf(now.values()), moved, all);
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
        if (filter.get(Dimension.LACKS) instanceof String name) {
            checkCode(name, Dimension.LACKS, LACKED);
        }
        VOCABULARIES.forEach((dimension, vocabulary) -> checkTerm(filter, dimension, vocabulary));
        var measure = measure(filter);
        var stock = measure.time() == Measure.Time.STOCK;
        if (stock && filter.from() != null) {
            throw new Malformed(QueryReason.FROM_OF_A_STOCK, measure.code());
        }
        return new FactQuery(
                Set.of(measure.facts()),
                where(filter),
                targets(filter),
                unit == null ? List.of() : under(unit, filter),
                filter.from(),
                day(filter),
                stock,
                filter.known(),
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
        checkCode(code, dimension, known);
    }

    private void checkCode(String code, Dimension dimension, Collection<String> known) {
        if (!known.contains(code)) {
            var anywhere = FactQuery.everything(Moment.NOW).where(Map.of(dimension, code));
            if (facts.count(anywhere, List.of(), false).isEmpty()) {
                throw new Malformed(QueryReason.UNKNOWN_WORD, dimension.code(), code, String.join(", ", known));
            }
        }
    }

    /**
     * The same for the terms of a vocabulary, whatever day is asked about: what was counted in a term stays counted.
     *
     * @throws Refused with 503 if the vocabulary has not arrived here yet, or only a part that the code is not in
     */
    private void checkTerm(Filter filter, Dimension dimension, String vocabulary) {
        var code = filter.get(dimension);
        if (code == null || dimension == Dimension.GRADE && code.equals(INELIGIBLE)) {
            return;
        }
        var known = directory.now().codes(vocabulary);
        if (!known.contains(code) && !directory.now().isComplete(vocabulary)) {
            throw new Refused(WebReason.VOCABULARY_NOT_HERE_YET, vocabulary);
        }
        checkCode(code, dimension, known);
    }

    private List<Under> under(String unit, Filter filter) {
        if (unit.equals(Tree.UNATTRIBUTABLE) && filter.organisation() != Filter.View.THEN) {
            return assigned(filter, Tree::isUnattributable);
        }
        directory.now().unit(unit).orElseThrow(() -> Refused.notFound("unit", unit));
        return filter.organisation() == Filter.View.THEN ? underThen(unit, filter) : underAs(unit, filter);
    }

    /** In each era its subtree; eras in which that was the same are asked about as one. */
    private List<Under> underThen(String unit, Filter filter) {
        var all = new ArrayList<Under>();
        for (var era : organisation(filter).eras()) {
            var units = era.tree().under(unit);
            var last = all.isEmpty() ? null : all.getLast();
            if (last != null && units.equals(last.units())) {
                all.set(all.size() - 1, new Under(units, last.from(), era.until(), null));
            } else {
                all.add(new Under(units, era.from(), era.until(), null));
            }
        }
        return all;
    }

    /** Whatever counts there; of units that were split, the facts of models that are assigned there. */
    private List<Under> underAs(String unit, Filter filter) {
        var tree = tree(filter);
        if (Tree.isUnattributable(tree.place(unit))) {
            return List.of(Under.of(Set.of(unit)));
        }
        var places = tree.placesUnder(unit);
        var whole = new HashSet<>(tree.under(unit));
        whole.removeAll(tree.split());
        var all = new ArrayList<Under>();
        all.add(Under.of(whole));
        all.addAll(assigned(filter, places::contains));
        return all;
    }

    /** Of units that were split, the facts of models that are assigned to one of these places; nobody's if there are none. */
    private List<Under> assigned(Filter filter, Predicate<String> places) {
        var tree = tree(filter);
        var all = new ArrayList<Under>();
        all.add(Under.of(Set.of()));
        if (!tree.split().isEmpty()) {
            var some = FactQuery.everything(filter.known()).under(List.of(Under.of(tree.split())));
            for (var group : facts.count(some, List.of(Dimension.UNIT, Dimension.HEIRS), false)) {
                if (places.test(place(group.key(), tree))) {
                    all.add(new Under(
                            Set.of(Objects.requireNonNull(group.key().get(Dimension.UNIT))),
                            null,
                            null,
                            group.key().getOrDefault(Dimension.HEIRS, "")));
                }
            }
        }
        return all;
    }

    /** A unit that was merged has given what runs there to its successor: from then on that is the target. */
    private @Nullable Set<String> targets(Filter filter) {
        var target = filter.get(Dimension.TARGET);
        return target == null
                ? null
                : targetTree(filter)
                        .map(tree -> tree.sharingItsSuccessor(target))
                        .orElse(Set.of(target));
    }

    /**
     * What is applied somewhere on a day is applied by whoever is there on that day; what happened on a day counts for its
     * successor where everything is looked at as on one day.
     */
    private Optional<Tree> targetTree(Filter filter) {
        var isAsked = filter.measure() != null && filter.measure().time() == Measure.Time.STOCK;
        return isAsked || filter.organisation() != Filter.View.THEN
                ? Optional.of(organisation(filter).as(organised(filter)))
                : Optional.empty();
    }

    /**
     * The one that is asked about, as it was known by whom the answer is for.
     *
     * @throws Refused if it is not known
     */
    public @Nullable Programme programme(Filter filter) {
        var code = filter.get(Dimension.PROGRAMME);
        return code == null
                ? null
                : organisation(filter)
                        .programme(code)
                        // Before it was known nothing of it was; it is not unknown to who asks today.
                        .or(() -> directory.now().programme(code))
                        .orElseThrow(() -> Refused.notFound("programme", code));
    }

    /** Units and programmes as they were known by whom the answer is for. */
    private DirectorySnapshot organisation(Filter filter) {
        return directory.asKnown(filter.asKnown());
    }

    /**
     * A group with where it counts.
     *
     * @param path from the place of its unit to the top; the place may be one that is {@link Tree#isUnattributable}
     */
    public record Placed(Group group, List<String> path) {}

    /** Groups of several measures by unit and the given dimensions, each with its place in the view. */
    public List<Placed> placed(Filter filter, Set<Measure> measures, List<Dimension> by) {
        var query = query(filter).withMeasures(measures);
        var told = told(Stream.concat(Stream.of(Dimension.UNIT), by.stream()).toList());
        if (filter.organisation() != Filter.View.THEN) {
            return placed(query, told, tree(filter));
        }
        var eras = organisation(filter).eras();
        if (eras.size() == 1) {
            return placed(query, told, eras.getFirst().tree());
        }
        var all = new ArrayList<Placed>();
        for (var era : eras) {
            query.during(era.from(), era.until()).ifPresent(one -> all.addAll(placed(one, told, era.tree())));
        }
        return all;
    }

    /** The same in an organisation of the caller's own, such as one that is only proposed. */
    public List<Placed> placedIn(Tree tree, Filter filter, Set<Measure> measures, List<Dimension> by) {
        var told = told(Stream.concat(Stream.of(Dimension.UNIT), by.stream()).toList());
        return placed(query(filter).withMeasures(measures), told, tree);
    }

    /**
     * Groups of what these units of the tree lead: what was handed over, it is no longer whoever registered it.
     *
     * @param measures as in {@link #groups}
     * @return each with the unit first in its path
     */
    public List<Placed> led(Set<String> units, Tree tree, Filter filter, Set<Measure> measures, List<Dimension> by) {
        var query = query(filter).withMeasures(measures);
        var under = ledBy(units, tree, query);
        if (under.isEmpty()) {
            return List.of();
        }
        var told = told(Stream.concat(Stream.of(Dimension.UNIT), by.stream()).toList());
        return facts.count(query.under(under), told, false).stream()
                .map(group -> new Placed(group, tree.pathOf(lead(group.key(), tree))))
                .toList();
    }

    private List<Under> ledBy(Set<String> units, Tree tree, FactQuery query) {
        return facts.count(query, List.of(Dimension.UNIT, Dimension.HEIRS), false).stream()
                .map(Group::key)
                .filter(key -> key.containsKey(Dimension.UNIT))
                .filter(key -> units.contains(lead(key, tree)))
                .distinct()
                .map(key -> new Under(
                        Set.of(Objects.requireNonNull(key.get(Dimension.UNIT))),
                        null,
                        null,
                        key.getOrDefault(Dimension.HEIRS, "")))
                .toList();
    }

    /** The facts behind {@link #led}, by business date. */
    public List<Fact> ledFacts(String unit, Tree tree, Filter filter, Set<Measure> measures, int limit) {
        var query = query(filter).withMeasures(measures);
        var under = ledBy(Set.of(unit), tree, query);
        return under.isEmpty() ? List.of() : facts.find(query.under(under), null, limit);
    }

    private static String lead(Map<Dimension, String> key, Tree tree) {
        var heirs = key.getOrDefault(Dimension.HEIRS, "");
        return heirs.isEmpty() ? place(key, tree) : tree.place(heirs.substring(heirs.lastIndexOf(',') + 1));
    }

    /** The unit of the view at which a fact counts; a split that nobody has assigned is one of them. */
    public String placeIn(Filter filter, Fact fact) {
        return Tree.shown(placeOf(fact, tree(filter)));
    }

    /** Where a fact counts in it. */
    public static String placeOf(Fact fact, Tree tree) {
        return place(fact.dimensions(), tree);
    }

    private List<Placed> placed(FactQuery query, List<Dimension> by, Tree tree) {
        return facts.count(query, by, false).stream()
                .map(group -> new Placed(group, tree.pathOf(place(group.key(), tree))))
                .toList();
    }

    /** The unit of the view in whose place the one that is asked about is answered; null where that is the unit itself. */
    public @Nullable String standsFor(Filter filter) {
        var unit = filter.get(Dimension.UNIT);
        if (unit == null || unit.equals(Tree.UNATTRIBUTABLE)) {
            return null;
        }
        var place = Tree.shown(tree(filter).place(unit));
        return place.equals(unit) ? null : place;
    }

    /** The organisation in which the units of an answer are named: in the view as then, that of the day asked about. */
    public Tree tree(Filter filter) {
        return filter.organisation() == Filter.View.THEN
                ? organisation(filter).then(day(filter))
                : organisation(filter).as(organised(filter));
    }

    /** The day of the organisation in which units are named. */
    public LocalDate organised(Filter filter) {
        return filter.organisation() == Filter.View.NOW ? filter.known().today(directory) : day(filter);
    }

    /** The day that is asked about: the one asked for, else the programme's cut-off, else today. */
    public LocalDate day(Filter filter) {
        if (filter.asOf() != null) {
            return filter.asOf();
        }
        var programme = programme(filter);
        return programme == null ? filter.known().today(directory) : programme.cutOff();
    }
}
