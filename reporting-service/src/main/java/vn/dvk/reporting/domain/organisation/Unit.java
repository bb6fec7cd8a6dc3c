package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit with its dated names, parents and successions. A date that is null is open.
 *
 * @param validTo last day it exists
 */
public record Unit(
        String code,
        List<Name> names,
        String kind,
        List<Parent> parents,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Succession> successions) {

    public record Name(
            String name, @Nullable LocalDate from, @Nullable LocalDate to) {}

    public record Parent(
            String unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** @param effective first day on which the successors take the place of the units */
    public record Succession(String type, List<String> units, List<String> successors, LocalDate effective) {
        public Succession {
            units = List.copyOf(units);
            successors = List.copyOf(successors);
        }
    }

    public Unit {
        Objects.requireNonNull(code, "code");
        names = List.copyOf(names);
        parents = List.copyOf(parents);
        successions = List.copyOf(successions);
    }

    /** The name on that day; of a unit that has ended, the last one. */
    public String name(LocalDate day) {
        return names.stream()
                .filter(name -> covers(name.from(), name.to(), day))
                .findFirst()
                .or(() -> names.isEmpty() ? Optional.empty() : Optional.of(names.getLast()))
                .map(Name::name)
                .orElse(code);
    }

    /**
     * The parent on that day. Before its first parent the first one, after its end the last one: what a unit that has
     * ended did still belongs somewhere.
     */
    public @Nullable String parent(LocalDate day) {
        Parent last = null;
        for (var parent : parents) {
            if (covers(parent.from(), parent.to(), day)) {
                return parent.unit();
            }
            if (last == null || !startsAfter(parent, day)) {
                last = parent;
            }
        }
        return last == null ? null : last.unit();
    }

    /** The last succession that ended it by that day and named who takes its place. */
    Optional<Succession> end(LocalDate day) {
        return successions.stream()
                .filter(succession -> succession.units().contains(code))
                .filter(succession -> !succession.successors().contains(code))
                .filter(succession -> !succession.successors().isEmpty())
                .filter(succession -> !succession.effective().isAfter(day))
                .max(Comparator.comparing(Succession::effective));
    }

    /** Null on days for which none is told. */
    public @Nullable String superiorOn(LocalDate day) {
        return parents.stream()
                .filter(one -> covers(one.from(), one.to(), day))
                .findFirst()
                .map(Parent::unit)
                .orElse(null);
    }

    /** By the days it was told to exist; what a succession has ended may go on in name until those have passed. */
    public boolean existsOn(LocalDate day) {
        return covers(validFrom, validTo, day);
    }

    public boolean isAlive(LocalDate day) {
        return covers(validFrom, validTo, day) && end(day).isEmpty();
    }

    /** As it was told, else the day before a succession ended it; null while it goes on. */
    @Nullable
    LocalDate lastDay() {
        return validTo != null
                ? validTo
                : end(LocalDate.MAX).map(end -> end.effective().minusDays(1)).orElse(null);
    }

    /** As it would be after a paper; {@code parent} is the new superior, if the paper moves units. */
    Unit after(Succession paper, @Nullable String parent) {
        if (!paper.units().contains(code)) {
            return this;
        }
        var more = new ArrayList<>(successions);
        more.add(paper);
        var superiors = parent == null ? parents : movedTo(parent, paper.effective());
        return new Unit(code, names, kind, superiors, validFrom, validTo, more);
    }

    private List<Parent> movedTo(String parent, LocalDate day) {
        var moved = new ArrayList<Parent>();
        for (var one : parents) {
            if (one.from() == null || one.from().isBefore(day)) {
                var last = one.to() == null || !one.to().isBefore(day) ? day.minusDays(1) : one.to();
                moved.add(new Parent(one.unit(), one.from(), last));
            }
        }
        moved.add(new Parent(parent, day, null));
        return moved;
    }

    private static boolean startsAfter(Parent parent, LocalDate day) {
        return parent.from() != null && parent.from().isAfter(day);
    }

    private static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
    }
}
