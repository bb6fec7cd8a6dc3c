package vn.dvk.evaluation.domain.rubric;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is scored (tiêu chí), or for which bonus points are given (điểm thưởng).
 *
 * @param max      most points; those of all criteria add up to 100, bonus points come on top
 * @param evidence what shows it, in words
 * @param scoredBy who gives points for it, one or several
 */
public record Criterion(
        String code, String label, double max, @Nullable String evidence, Set<Scorer> scoredBy) {

    public Criterion {
        // In the enum's order, so that it is always written alike.
        scoredBy = scoredBy.isEmpty() ? Scorer.ALL : Collections.unmodifiableSet(EnumSet.copyOf(scoredBy));
    }

    /** A criterion that everybody scores. */
    public Criterion(String code, String label, double max, @Nullable String evidence) {
        this(code, label, max, evidence, Scorer.ALL);
    }

    public boolean judged() {
        return scoredBy.stream().anyMatch(Scorer::judges);
    }

    /**
     * The points that count: of those who score it and have done so, the weightiest's. Where a judge scores it, only a
     * judge's.
     *
     * @param given by scorer, each by criterion
     */
    Optional<Double> counting(Map<Scorer, Map<String, Double>> given) {
        return Scorer.BY_WEIGHT.stream()
                .filter(scoredBy::contains)
                .filter(scorer -> scorer.judges() || !judged())
                .flatMap(scorer ->
                        Optional.ofNullable(given.getOrDefault(scorer, Map.of()).get(code)).stream())
                .findFirst();
    }
}
