package vn.dvk.registration.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.Paper;

/**
 * Which units have become part of which one other unit. What such a unit leads goes over by itself; what a split unit
 * leads does not, because nobody but a person can say to whom.
 *
 * @param byUnit   by the unit that is no more
 * @param annulled ids of reorganizations that never were
 */
public record Mergers(Map<String, Merger> byUnit, Set<String> annulled) {

    public static final Mergers NONE = new Mergers(Map.of(), Set.of());

    /**
     * @param succession its id
     * @param effective  first day of the successor
     */
    public record Merger(
            String succession,
            String from,
            String to,
            LocalDate effective,
            @Nullable Paper decision) {}

    public Mergers {
        byUnit = Map.copyOf(byUnit);
        annulled = Set.copyOf(annulled);
    }

    /** What there is here and not in the other: nothing, if nothing has been told since. */
    public Mergers since(Mergers before) {
        var more = new HashMap<>(byUnit);
        more.entrySet().removeAll(before.byUnit.entrySet());
        var fewer = new HashSet<>(annulled);
        fewer.removeAll(before.annulled);
        return new Mergers(more, fewer);
    }

    public boolean isEmpty() {
        return byUnit.isEmpty() && annulled.isEmpty();
    }

    /** What leads from a unit to the one that stands in its place today, one after the other. */
    public List<Merger> after(String unit) {
        var way = new ArrayList<Merger>();
        var seen = new HashSet<String>();
        for (var next = byUnit.get(unit); next != null && seen.add(next.from()); next = byUnit.get(next.to())) {
            way.add(next);
        }
        return way;
    }
}
