package vn.dvk.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.decide.Vocabulary.Term;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/**
 * A service's copy of the vocabularies, in memory, so that a command is checked without asking the store.
 *
 * <p>It is read anew at most once a second, because another instance may be the one that hears of a term; at once after
 * this instance has; and before a word is refused that has just been added elsewhere. One request reads, the others wait.
 */
public final class Vocabularies {

    private static final long KEPT = Duration.ofSeconds(1).toNanos();

    /** How often words that nobody knows can make it read. */
    private static final long SURE = Duration.ofMillis(50).toNanos();

    private final Supplier<List<Entry>> copy;
    private final AtomicLong changes = new AtomicLong();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Known known;

    /** One term of one vocabulary, as this service keeps it. */
    public record Entry(String vocabulary, Term term) {}

    /** @param changes how many there had been before it was read */
    private record Known(long changes, long at, Map<String, Vocabulary> vocabularies) {
        Vocabulary of(String name) {
            return vocabularies.getOrDefault(name, Vocabulary.of(name));
        }
    }

    /** @param copy reads all that this service keeps, from its own store */
    public Vocabularies(Supplier<List<Entry>> copy) {
        this.copy = copy;
    }

    /** This instance has heard of a term, or of another state of one. */
    public void changed() {
        changes.incrementAndGet();
    }

    /**
     * A vocabulary, for a request that uses some of its words.
     *
     * @param words null, where one is left out, is none
     * @throws Refused with 503 if none of its terms has arrived here yet: then nobody can say which words are wrong
     */
    public Vocabulary of(String name, @Nullable String... words) {
        return of(name, Arrays.asList(words));
    }

    /** The same for any number of words. */
    public Vocabulary of(String name, Iterable<? extends @Nullable String> words) {
        var found = known(KEPT).of(name);
        for (var word : words) {
            if (word != null && !found.knows(word)) {
                found = known(SURE).of(name);
                break;
            }
        }
        if (found.isEmpty()) {
            throw new Refused(WebReason.VOCABULARY_NOT_HERE_YET, name);
        }
        return found;
    }

    private Known known(long age) {
        var latest = known;
        return latest != null && isGood(latest, age) ? latest : readAgain(age);
    }

    private boolean isGood(Known latest, long age) {
        return latest.changes() == changes.get() && System.nanoTime() - latest.at() < age;
    }

    private Known readAgain(long age) {
        reading.lock();
        try {
            var latest = known;
            if (latest != null && isGood(latest, age)) {
                return latest;
            }
            var before = changes.get();
            var at = System.nanoTime(); // the answer may be as old as the question
            var byName = copy.get().stream()
                    .collect(Collectors.groupingBy(
                            Entry::vocabulary, Collectors.mapping(Entry::term, Collectors.toList())));
            var vocabularies = new HashMap<String, Vocabulary>();
            byName.forEach((name, terms) -> vocabularies.put(name, new Vocabulary(name, terms)));
            var read = new Known(before, at, Map.copyOf(vocabularies));
            known = read;
            return read;
        } finally {
            reading.unlock();
        }
    }
}
