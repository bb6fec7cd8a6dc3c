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

    /**
     * One term of one vocabulary, as this service keeps it.
     *
     * @param shippedTerms how many terms of the vocabulary come with the platform; null or 0: it is none of them
     */
    public record Entry(
            String vocabulary, Term term, @Nullable Integer shippedTerms) {

        private int saysThereAre() {
            return shippedTerms == null ? 0 : shippedTerms;
        }
    }

    /** @param complete whether all that come with the platform are in it: only then a word can be said not to exist */
    private record Copy(Vocabulary words, boolean complete) {
        static Copy of(String name, List<Entry> entries) {
            var shipped = entries.stream().mapToInt(Entry::saysThereAre).filter(said -> said > 0);
            var said = shipped.summaryStatistics();
            return new Copy(
                    new Vocabulary(name, entries.stream().map(Entry::term).toList()),
                    said.getCount() > 0 && said.getCount() >= said.getMax());
        }

        boolean knows(Iterable<? extends @Nullable String> some) {
            for (var word : some) {
                if (word != null && !words.knows(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param changes how many there had been before it was read */
    private record Known(long changes, long at, Map<String, Copy> copies) {
        Copy of(String name) {
            return copies.getOrDefault(name, Copy.of(name, List.of()));
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
     * @throws Refused with 503 while not all of its terms have arrived here, unless these words are among those that have:
     *     nobody can say yet which words are wrong
     */
    public Vocabulary of(String name, @Nullable String... words) {
        return of(name, Arrays.asList(words));
    }

    /** The same for any number of words. */
    public Vocabulary of(String name, Iterable<? extends @Nullable String> words) {
        var found = known(KEPT).of(name);
        if (!found.knows(words)) {
            found = known(SURE).of(name);
        }
        if (!found.complete() && !(namesSome(words) && found.knows(words))) {
            throw new Refused(WebReason.VOCABULARY_NOT_HERE_YET, name);
        }
        return found.words();
    }

    private static boolean namesSome(Iterable<? extends @Nullable String> words) {
        for (var word : words) {
            if (word != null) {
                return true;
            }
        }
        return false;
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
            var copies = new HashMap<String, Copy>();
            copy.get().stream()
                    .collect(Collectors.groupingBy(Entry::vocabulary))
                    .forEach((name, entries) -> copies.put(name, Copy.of(name, entries)));
            var read = new Known(before, at, Map.copyOf(copies));
            known = read;
            return read;
        } finally {
            reading.unlock();
        }
    }
}
