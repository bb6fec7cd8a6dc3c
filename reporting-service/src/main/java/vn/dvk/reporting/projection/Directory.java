package vn.dvk.reporting.projection;

import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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

    /** Earlier states of all of it that are kept at hand. */
    private static final int MOST_EARLIER = 16;

    private final Supplier<Read> store;
    private final Function<Instant, DirectorySnapshot> earlier;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known latest;

    /** @param told when the log had what changed it; before the first of these it was empty */
    record Read(DirectorySnapshot snapshot, NavigableSet<Instant> told) {}

    /**
     * @param changes how many there had been before it was read
     * @param before  as it was when the log had what was told at that time
     */
    private record Known(long changes, Read read, Map<Instant, DirectorySnapshot> before) {}

    Directory(Supplier<Read> store, Function<Instant, DirectorySnapshot> earlier, Clock clock) {
        this.store = store;
        this.earlier = earlier;
        this.clock = clock;
    }

    static Directory of(Generations generations, Clock clock) {
        return new Directory(
                () -> read(generations.reading().directory()),
                at -> read(generations.reading().directory(), at).snapshot(),
                clock);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    public DirectorySnapshot now() {
        return latest().read().snapshot();
    }

    private Known latest() {
        var known = latest;
        return known != null && known.changes() == changes.get() ? known : readAgain();
    }

    /**
     * As it was known.
     *
     * @param at null for all there is
     */
    public DirectorySnapshot asKnown(@Nullable Instant at) {
        var known = latest();
        var told = known.read().told();
        if (at == null || told.isEmpty() || !at.isBefore(told.last())) {
            return known.read().snapshot();
        }
        var last = told.floor(at);
        if (last == null) {
            return new DirectorySnapshot(List.of(), List.of(), List.of());
        }
        var before = known.before();
        if (before.size() >= MOST_EARLIER && !before.containsKey(last)) {
            before.clear();
        }
        return before.computeIfAbsent(last, earlier);
    }

    /** The next question reads it again, also if somebody is reading it right now. */
    public void changed() {
        changes.incrementAndGet();
    }

    private Known readAgain() {
        reading.lock();
        try {
            var before = changes.get();
            var known = latest;
            if (known != null && known.changes() == before) {
                return known;
            }
            var read = new Known(before, store.get(), new ConcurrentHashMap<>());
            latest = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    private static Read read(MongoCollection<Document> directory) {
        return read(directory, Instant.MAX);
    }

    private static Read read(MongoCollection<Document> directory, Instant known) {
        var told = new TreeSet<Instant>();
        var units = new ArrayList<Unit>();
        var programmes = new ArrayList<Programme>();
        var terms = new ArrayList<Term>();
        var others = new ArrayList<Term>();
        for (var document : directory.find()) {
            var state = state(document, known, told);
            if (state == null) {
                continue; // nothing had been told of it, or nothing but a discarded event
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
        return new Read(new DirectorySnapshot(units, programmes, terms), told);
    }

    /** The last one that was known by then. A broker's clock that was set back does not make a state earlier than its predecessor. */
    private static @Nullable Document state(Document document, Instant known, Set<Instant> told) {
        Document last = null;
        var latest = Instant.MIN;
        for (var one : document.getList(Projections.STATES, Document.class, List.of())) {
            var at = one.getDate(Projections.AT).toInstant();
            latest = at.isBefore(latest) ? latest : at;
            if (!latest.isAfter(known)) {
                told.add(latest);
                last = one.get("state", Document.class);
            }
        }
        return last;
    }

    private static boolean isOwnTerm(Document document) {
        return document.getString("_id").startsWith(OWN_TERM);
    }
}
