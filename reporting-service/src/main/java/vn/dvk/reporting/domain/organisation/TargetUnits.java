package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.domain.organisation.Targets.Exemption;

/**
 * Who should register in a programme on one day, in one view of the organisation.
 *
 * <p>Before the programme's first day nobody should. A rule means the units of its kind that are there that day. Units that
 * were named and have been merged or split since are represented by their successors; with one that was dissolved the
 * duty has ended. The same holds of a rule whose own unit has ended: it means those it had on its last day. An exemption
 * is of the unit it names and of nobody else, on the day that is asked about in every view.
 */
public final class TargetUnits {

    private final Tree tree;
    private final Map<String, List<String>> paths = new HashMap<>();
    private final List<Exemption> exempt = new ArrayList<>();

    /**
     * @param day       that is asked about
     * @param organised whose organisation is meant: the same, or today in the view as now
     * @param tree      the view, of that organisation
     */
    public TargetUnits(
            Programme programme, DirectorySnapshot directory, LocalDate day, LocalDate organised, Tree tree) {
        this.tree = tree;
        var targets = programme.targets();
        if (targets == null || day.isBefore(programme.from())) {
            return;
        }
        var meant = meant(targets, directory, organised, tree);
        var excused = new HashSet<String>();
        for (var exemption : targets.exemptions()) {
            if (exemption.holds(day) && meant.contains(exemption.unit()) && excused.add(exemption.unit())) {
                exempt.add(exemption);
            }
        }
        meant.forEach(unit -> paths.put(unit, tree.path(unit)));
    }

    private static Set<String> meant(Targets targets, DirectorySnapshot directory, LocalDate organised, Tree tree) {
        var meant = new TreeSet<String>();
        if (targets.units() != null) {
            represent(targets.units(), directory, organised, meant);
            return meant;
        }
        var under = directory.unit(Objects.requireNonNull(targets.under())).orElse(null);
        if (under == null) {
            return meant;
        }
        var lastDay = under.lastDay();
        var day = lastDay != null && lastDay.isBefore(organised) ? lastDay : organised;
        var below = (day.equals(organised) ? tree : directory.then(day))
                .placesUnder(under.code()).stream()
                        .filter(code -> !code.equals(under.code()))
                        .filter(code -> directory
                                .unit(code)
                                .filter(unit -> unit.kind().equals(targets.kind()) && unit.isAlive(day))
                                .isPresent())
                        .toList();
        represent(below, directory, organised, meant);
        return meant;
    }

    /** Each by itself while it is there, else by those into which it was merged or split. */
    private static void represent(
            Collection<String> codes, DirectorySnapshot directory, LocalDate day, Set<String> into) {
        var seen = new HashSet<String>();
        var next = new ArrayList<>(codes);
        while (!next.isEmpty()) {
            var unit = directory.unit(next.removeLast()).orElse(null);
            if (unit == null || !seen.add(unit.code())) {
                continue;
            }
            if (unit.isAlive(day)) {
                into.add(unit.code());
            } else {
                unit.end(day)
                        .filter(end -> !end.type().equals("DISSOLVED"))
                        .ifPresent(end -> next.addAll(end.successors()));
            }
        }
    }

    /** @param unit at or below which they are; null for all */
    public List<String> should(@Nullable String unit) {
        var excused = exempt.stream().map(Exemption::unit).toList();
        return paths.keySet().stream()
                .filter(one -> !excused.contains(one) && isIn(one, unit))
                .sorted()
                .toList();
    }

    /** Who would have to, but for an exemption of that day. */
    public List<Exemption> exempt(@Nullable String unit) {
        return exempt.stream().filter(one -> isIn(one.unit(), unit)).toList();
    }

    private boolean isIn(String target, @Nullable String unit) {
        return unit == null || paths.getOrDefault(target, List.of()).contains(tree.place(unit));
    }
}
