package vn.dvk.awards.read.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.events.consumed.Unit;

/** The tree of units as it was on one day: only those alive then, each below the superior it had then. */
final class Organisation {

    private final Map<String, Unit> all;
    private final Map<String, Unit> alive = new HashMap<>();
    private final LocalDate day;

    Organisation(Stream<Unit> units, LocalDate day) {
        this.day = day;
        this.all = units.collect(Collectors.toMap(Unit::code, Function.identity()));
        all.values().stream()
                .filter(unit -> unit.lifetime().includes(day))
                .forEach(unit -> alive.put(unit.code(), unit));
    }

    /** Codes of the units of a kind in the subtree of one unit, that unit included. */
    Set<String> under(String top, String kind) {
        return alive.values().stream()
                .filter(unit -> unit.kind().equals(kind))
                .map(Unit::code)
                .filter(code -> isUnder(code, top))
                .collect(Collectors.toSet());
    }

    /** What a unit did counts for the one it was merged into. */
    String place(String code) {
        var seen = new HashSet<String>();
        var at = code;
        while (seen.add(at)
                && all.get(at) instanceof Unit unit
                && unit.successorOn(day).orElse(null) instanceof String next) {
            at = next;
        }
        return at;
    }

    boolean isAlive(String code) {
        return alive.containsKey(code);
    }

    private boolean isUnder(String code, String top) {
        var seen = new HashSet<String>();
        @Nullable String at = code;
        while (at != null && seen.add(at)) {
            if (at.equals(top)) {
                return true;
            }
            at = alive.get(at) instanceof Unit unit ? unit.parentOn(day).orElse(null) : null;
        }
        return false;
    }
}
