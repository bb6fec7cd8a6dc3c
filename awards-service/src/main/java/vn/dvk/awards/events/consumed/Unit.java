package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.replication.Lifetime;

/** A unit as the directory states it: what this service reads of it, and keeps. Dates include both days. */
public record Unit(
        String code,
        List<Name> names,
        String kind,
        List<Parent> parents,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Succession> successions) {

    public Unit {
        successions = List.copyOf(successions);
    }

    /** @param effective first day on which the successors take the place of the units */
    public record Succession(List<String> units, List<String> successors, LocalDate effective) {}

    public record Name(
            String name, @Nullable LocalDate from, @Nullable LocalDate to) {}

    public record Parent(
            String unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    public Lifetime lifetime() {
        return new Lifetime(validFrom, validTo);
    }

    /** The one unit that has taken its place by that day; empty if it goes on, or if it was split. */
    public Optional<String> successorOn(LocalDate day) {
        return successions.stream()
                .filter(one -> one.units().contains(code) && !one.successors().contains(code))
                .filter(one -> !one.effective().isAfter(day))
                .max(Comparator.comparing(Succession::effective))
                .filter(one -> one.successors().size() == 1)
                .map(one -> one.successors().getFirst());
    }

    /** The units whose place this one alone has taken by that day. */
    public Set<String> mergedInto(LocalDate day) {
        return successions.stream()
                .filter(one -> one.successors().equals(List.of(code))
                        && !one.effective().isAfter(day))
                .flatMap(one -> one.units().stream())
                .filter(one -> !one.equals(code))
                .collect(Collectors.toSet());
    }

    /** What it was called on a day; outside its known names, the last one. */
    public String nameOn(LocalDate day) {
        return names.stream()
                .filter(one -> new Lifetime(one.from(), one.to()).includes(day))
                .findFirst()
                .orElseGet(names::getLast)
                .name();
    }

    public Optional<String> parentOn(LocalDate day) {
        return parents.stream()
                .filter(one -> new Lifetime(one.from(), one.to()).includes(day))
                .map(Parent::unit)
                .findFirst();
    }
}
