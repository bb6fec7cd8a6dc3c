package vn.dvk.reporting.projection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Unit;

/** Units and programmes in memory, read again when they have changed. */
public final class Directory {

    /** Business dates are days in Vietnam. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Generations generations;
    private final Clock clock;
    private final AtomicReference<@Nullable DirectorySnapshot> latest = new AtomicReference<>();
    private final AtomicLong changes = new AtomicLong();

    public Directory(Generations generations, Clock clock) {
        this.generations = generations;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    public DirectorySnapshot now() {
        var known = latest.get();
        if (known != null) {
            return known;
        }
        // What was read before a change must not be kept after it.
        var before = changes.get();
        var read = read();
        if (changes.get() == before) {
            latest.set(read);
            if (changes.get() != before) {
                latest.set(null);
            }
        }
        return read;
    }

    /** The next question reads it again. */
    public void changed() {
        changes.incrementAndGet();
        latest.set(null);
    }

    private DirectorySnapshot read() {
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
        return new DirectorySnapshot(units, programmes);
    }
}
