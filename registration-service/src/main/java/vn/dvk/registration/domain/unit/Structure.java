package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.ImpossibleHistory;

/**
 * All units of the installation as what has happened so far leaves them: the state of one stream.
 *
 * <p>It changes in place, because there may be ten thousand units and as many events. What is only thought through happens
 * in a {@link #draft draft}, which leaves the original as it is. Not safe for threads; whoever keeps one guards it.
 */
public final class Structure {

    /**
     * @param annulment null while it is in force
     * @param place     of the event in the stream: what was recorded later is greater
     */
    public record Told(Succession succession, long place, StructureEvent.@Nullable Annulled annulment) {

        public boolean isInForce() {
            return annulment == null;
        }
    }

    private final @Nullable Structure base;
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, Told> successions = new LinkedHashMap<>();
    private long events;
    private @Nullable Mergers mergers;

    public Structure() {
        this(null);
    }

    private Structure(@Nullable Structure base) {
        this.base = base;
        this.events = base == null ? 0 : base.events;
    }

    /** As it would be. The original must not change while the draft is used. */
    public Structure draft() {
        return new Structure(this);
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(find(code));
    }

    private @Nullable Unit find(String code) {
        var own = units.get(code);
        return own == null && base != null ? base.find(code) : own;
    }

    public boolean has(String code) {
        return find(code) != null;
    }

    /** All of them in the order of their codes; of a draft only what it has changed. */
    public Collection<Unit> units() {
        return units.values();
    }

    public Optional<Told> succession(String id) {
        var own = successions.get(id);
        return own == null && base != null ? base.succession(id) : Optional.ofNullable(own);
    }

    /** Everything that was ever told, in the order in which it was. */
    public Stream<Told> successions() {
        return base == null
                ? successions.values().stream()
                : Stream.concat(
                        base.successions()
                                .map(one -> successions.getOrDefault(
                                        one.succession().id(), one)),
                        successions.values().stream()
                                .filter(one ->
                                        base.succession(one.succession().id()).isEmpty()));
    }

    /** The one of this id, or one in force that says the same. */
    public Optional<Told> same(Succession succession) {
        return succession(succession.id())
                .or(() -> inForce()
                        .filter(told -> told.succession().saysTheSameAs(succession))
                        .findFirst());
    }

    /** The acts of a paper that was told as one, in its order, and what followed from them; empty if there is no such paper. */
    public List<Told> order(String paper) {
        return succession(paper).isPresent() ? List.of() : toldWith(paper);
    }

    /** An act that stands by itself, and what followed from it; or whatever names that paper. */
    List<Told> toldWith(String id) {
        return successions()
                .filter(told -> told.succession().id().equals(id)
                        || id.equals(told.succession().paper()))
                .toList();
    }

    /** Id of the paper that orders all of this, if one in force does. */
    public Optional<String> orderOf(List<Succession> acts) {
        @Nullable String paper = null;
        for (var act : acts) {
            var told = inForce()
                    .filter(one -> one.succession().saysTheSameAs(act))
                    .findFirst()
                    .orElse(null);
            var names = told == null ? null : told.succession().paper();
            if (names == null || paper != null && !names.equals(paper)) {
                return Optional.empty();
            }
            paper = names;
        }
        return Optional.ofNullable(paper).filter(one -> !order(one).isEmpty());
    }

    /** Units that exist on a day and have one of these as their superior, in the order of their codes. */
    List<String> below(Collection<String> superiors, LocalDate day) {
        return all().filter(unit -> !superiors.contains(unit.code()) && unit.isAliveOn(day))
                .filter(unit -> unit.parents().stream()
                        .anyMatch(parent -> superiors.contains(parent.value()) && parent.covers(day)))
                .map(Unit::code)
                .sorted()
                .toList();
    }

    /** Another unit that has the same national code while this one is there. */
    Optional<Unit> sharingNationalCode(Unit unit) {
        var national = unit.profile().nationalCode();
        return national == null
                ? Optional.empty()
                : all().filter(other -> !other.code().equals(unit.code())
                                && national.equals(other.profile().nationalCode())
                                && other.isThereTogetherWith(unit))
                        .findFirst();
    }

    private Stream<Unit> all() {
        return base == null
                ? units.values().stream()
                : Stream.concat(base.all().filter(unit -> !units.containsKey(unit.code())), units.values().stream());
    }

    Stream<Told> inForce() {
        return successions().filter(Told::isInForce);
    }

    /** The next place among the successions of a day. */
    int nextOn(LocalDate day) {
        return 1
                + inForce()
                        .map(Told::succession)
                        .filter(one -> one.effective().equals(day))
                        .mapToInt(Succession::sequence)
                        .max()
                        .orElse(0);
    }

    public Mergers mergers() {
        var known = mergers;
        if (known == null) {
            var byUnit = new HashMap<String, Mergers.Merger>();
            var annulled = new HashSet<String>();
            successions().forEach(told -> {
                var one = told.succession();
                if (!told.isInForce()) {
                    annulled.add(one.id());
                    return;
                }
                for (var unit : one.units()) {
                    if (one.isPureMergerOf(unit)) {
                        byUnit.put(
                                unit,
                                new Mergers.Merger(
                                        one.id(), unit, one.successors().getFirst(), one.effective(), one.decision()));
                    }
                }
            });
            known = new Mergers(byUnit, annulled);
            mergers = known;
        }
        return known;
    }

    /** Codes of the units that were split or dissolved, so that nobody but a person can say where their models go. */
    public List<String> split() {
        return inForce()
                .map(Told::succession)
                .flatMap(one -> one.units().stream().filter(one::leavesOpenOf))
                .toList();
    }

    /** Whether a unit comes to stand above itself, at whatever time. */
    boolean isAboveItself(Unit unit) {
        return leadsTo(unit.code(), unit, LocalDate.MIN, LocalDate.MAX, new HashSet<>());
    }

    /** Whether one comes to that unit by going up from here, within one and the same time. */
    private boolean leadsTo(String code, Unit from, LocalDate begin, LocalDate end, Set<String> path) {
        if (!path.add(from.code())) {
            return false; // a circle that is not about this unit
        }
        for (var parent : from.parents()) {
            var first = later(begin, parent.from() == null ? LocalDate.MIN : parent.from());
            var last = earlier(end, parent.to() == null ? LocalDate.MAX : parent.to());
            if (first.isAfter(last)) {
                continue;
            }
            var above = find(parent.value());
            if (parent.value().equals(code) || above != null && leadsTo(code, above, first, last, path)) {
                return true;
            }
        }
        path.remove(from.code());
        return false;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** @return the units whose state is another one now, in the order in which the event names them */
    public List<Unit> apply(StructureEvent event) {
        events++;
        mergers = null;
        return switch (event) {
            case StructureEvent.Described(var code, var profile) -> {
                var before = find(code);
                var now = before == null ? new Unit(code, profile, List.of(), 1) : before.described(profile);
                units.put(code, now);
                yield List.of(now);
            }
            case StructureEvent.Reorganized(var succession) -> {
                if (succession(succession.id()).isPresent()) {
                    throw new ImpossibleHistory(succession.id(), event);
                }
                successions.put(succession.id(), new Told(succession, events, null));
                yield succession.units().stream()
                        .map(code -> put(known(code, event).with(succession)))
                        .toList();
            }
            case StructureEvent.Annulled annulled -> {
                var told = succession(annulled.succession())
                        .filter(Told::isInForce)
                        .orElseThrow(() -> new ImpossibleHistory(annulled.succession(), event));
                var succession = told.succession();
                successions.put(succession.id(), new Told(succession, told.place(), annulled));
                yield succession.units().stream()
                        .map(code -> put(known(code, event).without(succession)))
                        .toList();
            }
        };
    }

    private Unit known(String code, StructureEvent event) {
        var unit = find(code);
        if (unit == null) {
            throw new ImpossibleHistory("no unit " + code, event);
        }
        return Objects.requireNonNull(unit);
    }

    private Unit put(Unit unit) {
        units.put(unit.code(), unit);
        return unit;
    }
}
