package vn.dvk.reporting.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.reporting.counting.FactQueries.Group;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.projection.CardDocuments;

/**
 * How many facts of each kind hold now, kept card by card instead of counted: what an open page shows on every change is
 * added up from some thousand numbers, however many facts there are.
 *
 * <p>It tells facts apart by few dimensions only, and does not know which models they are of; see {@link #answers}. What
 * it cannot answer itself it remembers for as long as no card has changed that has a fact of the measures asked about.
 */
public final class Tally {

    private static final Set<Dimension> TOLD_APART = EnumSet.of(
            Dimension.INSTALLATION,
            Dimension.PROGRAMME,
            Dimension.FIELD,
            Dimension.KIND,
            Dimension.SUBJECT,
            Dimension.STEP,
            Dimension.VIA);

    /** What facts that are counted together have in common. */
    private record Likeness(
            Measure measure,
            Map<Dimension, String> dimensions,
            LocalDate on,
            @Nullable LocalDate until,
            @Nullable LocalDate due) {

        static Likeness of(Fact fact) {
            var dimensions = new EnumMap<Dimension, String>(Dimension.class);
            for (var dimension : TOLD_APART) {
                var value = fact.get(dimension);
                if (value != null) {
                    dimensions.put(dimension, value);
                }
            }
            return new Likeness(fact.measure(), dimensions, fact.on(), fact.until(), fact.due());
        }

        boolean isMeant(FactQuery query, boolean ownOnly) {
            return query.measures().contains(measure)
                    && (!ownOnly || !dimensions.containsKey(Dimension.VIA))
                    && !on.isAfter(query.asOf())
                    && (!query.valid() || until == null || until.isAfter(query.asOf()))
                    && (query.from() == null || !on.isBefore(query.from()))
                    && (query.dueBefore() == null || due != null && due.isBefore(query.dueBefore()))
                    && query.where().entrySet().stream()
                            .allMatch(wanted ->
                                    wanted.getValue().equals(dimensions.getOrDefault(wanted.getKey(), Dimension.NONE)));
        }
    }

    /** Facts of one likeness, and how many. */
    private static final class Alike {
        private final Likeness likeness;
        private int facts;

        Alike(Likeness likeness) {
            this.likeness = likeness;
        }
    }

    private record Key(Measure measure, Map<Dimension, String> dimensions) {}

    /** What was counted elsewhere, and how often its measures had been touched by then. */
    private record Answer(long touched, List<Group> groups) {}

    private record Question(FactQuery query, List<Dimension> by) {}

    private static final int MOST_REMEMBERED = 200;

    private final Map<Likeness, Alike> numbers = new HashMap<>();
    private final Map<String, List<Alike>> ofCard = new HashMap<>();
    private final Map<Measure, Long> touched = new EnumMap<>(Measure.class);
    private final Map<Question, Answer> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** Whether it knows enough for this question. */
    public static boolean answers(FactQuery query, List<Dimension> by, boolean distinct) {
        return !distinct
                && query.known().equals(Moment.NOW)
                && query.unlike() == null
                && query.under().isEmpty()
                && query.targets() == null
                && TOLD_APART.containsAll(query.where().keySet())
                && TOLD_APART.containsAll(by);
    }

    /** The facts of these cards are from now on those in the cards. */
    public synchronized void replace(List<Document> cards) {
        for (var card : cards) {
            var id = card.getString("_id");
            var before = ofCard.getOrDefault(id, List.of());
            before.forEach(this::less);
            var now = new ArrayList<Alike>();
            for (var fact : CardDocuments.facts(card)) {
                if (fact.knownTo() == null) {
                    now.add(more(fact));
                }
            }
            ofCard.put(id, List.copyOf(now));
            Stream.concat(before.stream(), now.stream())
                    .map(alike -> alike.likeness.measure)
                    .distinct()
                    .forEach(measure -> touched.merge(measure, 1L, Long::sum));
        }
    }

    /**
     * How many models there are of each group, from before if nothing has changed.
     *
     * @param counting counts what is here already, and maybe more
     */
    List<Group> models(FactQuery query, List<Dimension> by, Supplier<List<Group>> counting) {
        if (!query.known().equals(Moment.NOW) || query.unlike() != null) {
            return counting.get(); // of what does not count any more
        }
        var question = new Question(query, List.copyOf(by));
        var now = touched(query.measures());
        synchronized (this) {
            var before = remembered.get(question);
            if (before != null && before.touched() == now) {
                return before.groups();
            }
        }
        var groups = counting.get();
        synchronized (this) {
            remembered.put(question, new Answer(now, groups));
        }
        return groups;
    }

    private synchronized long touched(Set<Measure> measures) {
        return measures.stream()
                .mapToLong(measure -> touched.getOrDefault(measure, 0L))
                .sum();
    }

    private Alike more(Fact fact) {
        var number = numbers.computeIfAbsent(Likeness.of(fact), Alike::new);
        number.facts++;
        return number;
    }

    private void less(Alike number) {
        number.facts--;
        if (number.facts == 0) {
            numbers.remove(number.likeness);
        }
    }

    /** As {@link FactQueries#count}, of what it {@link #answers}. */
    public synchronized List<Group> count(FactQuery query, List<Dimension> by) {
        var counts = new HashMap<Key, Long>();
        var ownOnly = query.ownOnly(by);
        for (var number : numbers.values()) {
            if (number.likeness.isMeant(query, ownOnly)) {
                var key = new EnumMap<Dimension, String>(Dimension.class);
                for (var dimension : by) {
                    var value = number.likeness.dimensions.get(dimension);
                    if (value != null) {
                        key.put(dimension, value);
                    }
                }
                counts.merge(new Key(number.likeness.measure, key), (long) number.facts, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(one -> new Group(one.getKey().measure(), one.getKey().dimensions(), one.getValue()))
                .toList();
    }
}
