package vn.dvk.reporting.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.store.Generations;

/** Units and programmes in memory, read again when they have changed. */
public final class Directory {

    /** Business dates are days in Vietnam. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int REMEMBERED_TREES = 64;

    private final Generations generations;
    private final Clock clock;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    public Directory(Generations generations, Clock clock) {
        this.generations = generations;
        this.clock = clock;
    }

    /** All of it at one moment. */
    public static final class Snapshot {

        private final Map<String, Unit> units = new TreeMap<>();
        private final Map<String, Programme> programmes = new TreeMap<>();
        private final Organisation organisation;
        private final Map<LocalDate, Tree> then = new ConcurrentHashMap<>();
        private final Map<LocalDate, Tree> now = new ConcurrentHashMap<>();

        public Snapshot(List<Unit> units, List<Programme> programmes) {
            units.forEach(unit -> this.units.put(unit.code(), unit));
            programmes.forEach(programme -> this.programmes.put(programme.code(), programme));
            organisation = new Organisation(units);
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

        public Tree now(LocalDate today) {
            return remembered(now, today, organisation::now);
        }

        private static Tree remembered(
                Map<LocalDate, Tree> trees, LocalDate day, java.util.function.Function<LocalDate, Tree> make) {
            if (trees.size() > REMEMBERED_TREES) {
                trees.clear();
            }
            return trees.computeIfAbsent(day, make);
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    public Snapshot now() {
        var known = latest.get();
        if (known != null) {
            return known;
        }
        var read = read();
        latest.set(read);
        return read;
    }

    /** The next question reads it again. */
    public void changed() {
        latest.set(null);
    }

    private Snapshot read() {
        var units = new ArrayList<Unit>();
        var programmes = new ArrayList<Programme>();
        for (var document : generations.reading().directory().find()) {
            var state = document.get("state", Document.class);
            if (state == null) {
                continue; // only a discarded event has been seen of it
            }
            if ("unit".equals(document.getString("about"))) {
                units.add(Json.fromDocument(state, Unit.class));
            } else {
                programmes.add(Json.fromDocument(state, Programme.class));
            }
        }
        return new Snapshot(units, programmes);
    }
}
