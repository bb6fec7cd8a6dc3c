package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Vocabulary;

/**
 * What a programme and the organisation of the country allow at each level.
 *
 * @param levels             the levels at which the programme recognizes
 * @param requiresEvaluation whether a model has to have passed its evaluation first
 * @param allLevels          those of the country, each with its days: nothing is issued where a level is no more
 * @param historicUntil      its cut-off, if it is historic: only then less than a day may be known
 */
public record ProgrammeRules(
        Set<String> levels,
        boolean requiresEvaluation,
        Vocabulary allLevels,
        @Nullable LocalDate historicUntil) {

    public ProgrammeRules {
        levels = Set.copyOf(levels);
    }

    /** Of a programme that is not historic. */
    public ProgrammeRules(Set<String> levels, boolean requiresEvaluation, Vocabulary allLevels) {
        this(levels, requiresEvaluation, allLevels, null);
    }
}
