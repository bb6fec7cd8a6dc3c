package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Units and programmes at one moment. */
public final class DirectorySnapshot {

    private static final int REMEMBERED_TREES = 64;

    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, Programme> programmes = new TreeMap<>();
    private final Organisation organisation;
    private final Map<LocalDate, Tree> then = new ConcurrentHashMap<>();
    private final Map<LocalDate, Tree> as = new ConcurrentHashMap<>();
    private final AtomicReference<List<Organisation.Era>> eras = new AtomicReference<>();

    public DirectorySnapshot(List<Unit> units, List<Programme> programmes) {
        units.forEach(unit -> this.units.put(unit.code(), unit));
        programmes.forEach(programme -> this.programmes.put(programme.code(), programme));
        organisation = new Organisation(units);
    }

    /**
     * The organisation as on one day, if a paper were signed. A paper that was told later than another one of that day would
     * come after it; nothing is checked here.
     *
     * @param parent the new superior, if it moves units
     */
    public Tree asIfSigned(Unit.Succession paper, @Nullable String parent, LocalDate day) {
        return new Organisation(units.values().stream()
                        .map(unit -> unit.after(paper, parent))
                        .toList())
                .as(day);
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    public Optional<Programme> programme(String code) {
        return Optional.ofNullable(programmes.get(code));
    }

    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    public List<Programme> programmes() {
        return List.copyOf(programmes.values());
    }

    /** Its name on that day, or its code if it is not known. */
    public String unitName(String code, LocalDate day) {
        return unit(code).map(unit -> unit.name(day)).orElse(code);
    }

    public Tree then(LocalDate day) {
        return remembered(then, day, organisation::then);
    }

    /** As on one day, for everything that had happened. */
    public Tree as(LocalDate day) {
        return remembered(as, day, organisation::as);
    }

    public List<Organisation.Era> eras() {
        var known = eras.get();
        if (known == null) {
            known = organisation.eras();
            eras.set(known);
        }
        return known;
    }

    private static Tree remembered(Map<LocalDate, Tree> trees, LocalDate day, Function<LocalDate, Tree> make) {
        if (trees.size() > REMEMBERED_TREES) {
            trees.clear();
        }
        return trees.computeIfAbsent(day, make);
    }
}
