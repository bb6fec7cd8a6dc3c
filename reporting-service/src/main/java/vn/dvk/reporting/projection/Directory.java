package vn.dvk.reporting.projection;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Json;
import vn.dvk.reporting.domain.organisation.DirectorySnapshot;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.domain.organisation.Unit;

/** Units, programmes and terms in memory, read again when they have changed: by one question, for which the others wait. */
public final class Directory {

    /** Business dates are days in Vietnam. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String OWN_TERM = "term:";

    private final Supplier<DirectorySnapshot> store;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known latest;

    /** @param changes how many there had been before it was read */
    private record Known(long changes, DirectorySnapshot snapshot) {}

    Directory(Supplier<DirectorySnapshot> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    static Directory of(Generations generations, Clock clock) {
        return new Directory(() -> read(generations.reading().directory()), clock);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    public DirectorySnapshot now() {
        var known = latest;
        return known != null && known.changes() == changes.get() ? known.snapshot() : readAgain();
    }

    /** The next question reads it again, also if somebody is reading it right now. */
    public void changed() {
        changes.incrementAndGet();
    }

    private DirectorySnapshot readAgain() {
        reading.lock();
        try {
            var before = changes.get();
            var known = latest;
            if (known != null && known.changes() == before) {
                return known.snapshot();
            }
            var read = store.get();
            latest = new Known(before, read);
            return read;
        } finally {
            reading.unlock();
        }
    }

    private static DirectorySnapshot read(MongoCollection<Document> directory) {
        var units = new ArrayList<Unit>();
        var programmes = new ArrayList<Programme>();
        var terms = new ArrayList<Term>();
        var others = new ArrayList<Term>();
        for (var document : directory.find()) {
            var state = document.get("state", Document.class);
            if (state == null) {
                continue; // only a discarded event has been seen of it
            }
            switch (document.getString("about")) {
                case Projections.UNIT -> units.add(Json.fromDocument(state, Unit.class));
                case Projections.PROGRAMME -> programmes.add(Json.fromDocument(state, Programme.class));
                case Projections.TERM ->
                    (isOwnTerm(document) ? terms : others).add(Json.fromDocument(state, Term.class));
                case String other -> throw new IllegalStateException("The directory knows nothing about a " + other);
            }
        }
        // Words are shared: what another installation calls the same is called as here.
        others.stream()
                .filter(other -> terms.stream().noneMatch(other::isTheSameAs))
                .forEach(terms::add);
        return new DirectorySnapshot(units, programmes, terms);
    }

    private static boolean isOwnTerm(Document document) {
        return document.getString("_id").startsWith(OWN_TERM);
    }
}
