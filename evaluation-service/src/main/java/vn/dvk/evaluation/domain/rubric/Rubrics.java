package vn.dvk.evaluation.domain.rubric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.dvk.evaluation.domain.SubjectType;

/** The rubrics one programme has released, oldest first. */
public record Rubrics(List<Rubric> released) {

    public static final Rubrics NONE = new Rubrics(List.of());

    public Rubrics {
        released = List.copyOf(released);
    }

    /** The version to score by on a day: the one that became valid last, or the default where none is valid yet. */
    public Rubric validOn(LocalDate day, SubjectType subject) {
        return released.stream()
                .filter(rubric -> rubric.subject() == subject)
                .filter(rubric -> !rubric.validFrom().isAfter(day))
                // Of two valid from the same day, the one released later.
                .reduce((one, other) -> other.validFrom().isBefore(one.validFrom()) ? one : other)
                .orElseGet(() -> Objects.requireNonNull(Rubric.DEFAULTS.get(subject)));
    }

    /** The version that a score was given by; nothing for a version of another subject. */
    public Optional<Rubric> version(SubjectType subject, String version) {
        return version.equals(Rubric.DEFAULT_VERSION)
                ? Optional.ofNullable(Rubric.DEFAULTS.get(subject))
                : find(subject, version);
    }

    Optional<Rubric> find(SubjectType subject, String version) {
        return released.stream()
                .filter(rubric ->
                        rubric.subject() == subject && rubric.version().equals(version))
                .findFirst();
    }

    Rubrics with(Rubric rubric) {
        var all = new ArrayList<>(released);
        all.add(rubric);
        return new Rubrics(all);
    }

    /** For people to read: by subject, then by the day from which it is valid. */
    public List<Rubric> sorted() {
        return released.stream()
                .sorted(Comparator.comparing(Rubric::subject).thenComparing(Rubric::validFrom))
                .toList();
    }
}
