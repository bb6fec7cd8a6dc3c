package vn.dvk.reporting.domain.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Units, programmes and terms at one moment. */
public final class DirectorySnapshot {

    private static final int REMEMBERED_TREES = 64;

    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, Programme> programmes = new TreeMap<>();
    private final Map<String, Term> terms = new LinkedHashMap<>();
    private final Organisation organisation;
    private final Map<LocalDate, Tree> then = new ConcurrentHashMap<>();
    private final Map<LocalDate, Tree> as = new ConcurrentHashMap<>();
    private final AtomicReference<List<Organisation.Era>> eras = new AtomicReference<>();

    public DirectorySnapshot(List<Unit> units, List<Programme> programmes, List<Term> terms) {
        units.forEach(unit -> this.units.put(unit.code(), unit));
        programmes.forEach(programme -> this.programmes.put(programme.code(), programme));
        terms.stream().sorted(Term.IN_ORDER).forEach(term -> this.terms.put(key(term.vocabulary(), term.code()), term));
        organisation = new Organisation(units);
    }

    /**
     * The organisation as on one day, if a paper were signed: its acts one after the other. A paper that was told later than
     * another one of that day would come after it; nothing is checked here.
     */
    public Tree asIfSigned(List<Act> paper, LocalDate day) {
        return new Organisation(
                        units.values().stream().map(unit -> after(paper, unit)).toList())
                .as(day);
    }

    private static Unit after(List<Act> paper, Unit unit) {
        var now = unit;
        for (var act : paper) {
            now = now.after(act.succession(), act.parent());
        }
        return now;
    }

    /** @param parent the new superior, if it moves units */
    public record Act(Unit.Succession succession, @Nullable String parent) {}

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

    /** Of all vocabularies, each in its order. */
    public List<Term> terms() {
        return List.copyOf(terms.values());
    }

    /** Codes of one vocabulary, in order; empty as long as none has been heard of. */
    public List<String> codes(String vocabulary) {
        return terms.values().stream()
                .filter(term -> term.vocabulary().equals(vocabulary))
                .map(Term::code)
                .toList();
    }

    /** Whether all terms of the vocabulary that come with the platform have been heard of: then a word can be wrong. */
    public boolean isComplete(String vocabulary) {
        var said = terms.values().stream()
                .filter(term -> term.vocabulary().equals(vocabulary))
                .map(Term::shippedTerms)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        return said.getCount() > 0 && said.getCount() >= said.getMax();
    }

    /** Its name in one of the two languages, or its code if it has not been heard of yet. */
    public String termName(String vocabulary, String code, boolean vietnamese) {
        var term = terms.get(key(vocabulary, code));
        return term == null ? code : term.name().in(vietnamese);
    }

    private static String key(String vocabulary, String code) {
        return vocabulary + ":" + code;
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
