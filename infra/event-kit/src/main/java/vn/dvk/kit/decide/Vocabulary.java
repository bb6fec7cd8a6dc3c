package vn.dvk.kit.decide;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal.Fault;

/**
 * Words that are data and not code, as a decision sees them: the terms of one vocabulary, each with the days on which it
 * may be used. What happened on a day is said in the terms of that day, whenever it is entered.
 *
 * <p>Only commands are held to it. An event names a term that its owner has accepted, so a reader takes it as it is.
 */
public final class Vocabulary {

    private static final String OPEN = "…";

    private final String name;
    private final Map<String, Term> terms;

    /**
     * @param rank place among the others, low first
     * @param from first day; null: ever since
     * @param to   last day; null: still
     */
    public record Term(
            String code,
            int rank,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean isInForce(LocalDate first, LocalDate last) {
            return (from == null || !from.isAfter(last)) && (to == null || !to.isBefore(first));
        }
    }

    public Vocabulary(String name, List<Term> terms) {
        this.name = name;
        this.terms = terms.stream()
                .sorted(Comparator.comparing(Term::rank).thenComparing(Term::code))
                .collect(Collectors.toMap(Term::code, one -> one, (one, _) -> one, LinkedHashMap::new));
    }

    /** Terms that are always in force, in this order. */
    public static Vocabulary of(String name, String... codes) {
        return new Vocabulary(
                name,
                IntStream.range(0, codes.length)
                        .mapToObj(i -> new Term(codes[i], i, null, null))
                        .toList());
    }

    public String name() {
        return name;
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    public boolean knows(String code) {
        return terms.containsKey(code);
    }

    /**
     * What is wrong with a word that somebody uses.
     *
     * @param field as in the request
     * @param on    the day of which it is said; null: no day in particular, then only whether there is such a word
     * @return nothing if it may be used
     */
    public Optional<Fault> fault(String field, String code, @Nullable LocalDate on) {
        return fault(field, code, on, on);
    }

    /** The same for something that lasts: the term has to be in force on one of its days. */
    public Optional<Fault> fault(String field, String code, @Nullable LocalDate first, @Nullable LocalDate last) {
        var term = terms.get(code);
        var since = first == null ? LocalDate.MIN : first;
        var until = last == null ? LocalDate.MAX : last;
        if (term != null && term.isInForce(since, until)) {
            return Optional.empty();
        }
        var allowed = terms.values().stream()
                .filter(one -> one.isInForce(since, until))
                .map(Term::code)
                .toList();
        var list = String.join(", ", allowed);
        var example = allowed.isEmpty() ? OPEN : allowed.getFirst();
        return Optional.of(
                term == null
                        ? Fault.of(field, KitReason.TERM_UNKNOWN, code, name, list, example)
                        : Fault.of(
                                field,
                                KitReason.TERM_NOT_IN_FORCE,
                                code,
                                shown(term.from()),
                                shown(term.to()),
                                shown(first),
                                list,
                                example));
    }

    private static String shown(@Nullable LocalDate day) {
        return day == null ? OPEN : day.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vocabulary it && name.equals(it.name) && terms.equals(it.terms);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + terms.hashCode();
    }

    @Override
    public String toString() {
        return name + terms.keySet();
    }
}
