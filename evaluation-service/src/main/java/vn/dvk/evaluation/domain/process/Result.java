package vn.dvk.evaluation.domain.process;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.rubric.Criterion;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;

/** What the scores of all who scored come to. */
sealed interface Result {

    /** @param total null for a result without one */
    record Found(
            String rubric,
            String grade,
            boolean passed,
            @Nullable Double total) implements Result {}

    /** A judge has to score, and none has. */
    record NotJudged() implements Result {}

    /** @param criteria labels of those that nobody has scored who had to */
    record Incomplete(List<String> criteria) implements Result {
        public Incomplete {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * By the version that the weightiest has scored by. What others have scored by another version does not count: its
     * criteria were different ones.
     */
    static Result of(ProcessState.Opened process, Rubrics rubrics) {
        return weightiest(process.scores(), _ -> true)
                .flatMap(score -> rubrics.version(process.model().subject(), score.rubric()))
                .map(rubric -> of(process.scores(), rubric))
                .orElseGet(NotJudged::new);
    }

    private static Result of(Map<Scorer, Score> scores, Rubric rubric) {
        var given = new EnumMap<Scorer, Map<String, Double>>(Scorer.class);
        scores.forEach((by, score) -> {
            if (score.rubric().equals(rubric.version())) {
                given.put(by, score.criteria());
            }
        });
        var counting = rubric.counting(given);
        var missing = rubric.missing(counting);
        if (missing.isEmpty()) {
            var total = rubric.totalOf(counting);
            var band = rubric.bandOf(total);
            return new Found(rubric.version(), band.code(), band.passing(), total);
        }
        var judged = given.keySet().stream().anyMatch(Scorer::judges);
        return !judged && missing.stream().anyMatch(Criterion::judged)
                ? new NotJudged()
                : new Incomplete(missing.stream().map(Criterion::label).toList());
    }

    static Optional<Score> weightiest(Map<Scorer, Score> scores, Predicate<Scorer> among) {
        return scores.entrySet().stream()
                .filter(score -> among.test(score.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }
}
