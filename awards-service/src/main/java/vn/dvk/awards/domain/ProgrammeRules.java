package vn.dvk.awards.domain;

import java.util.Set;
import vn.dvk.kit.decide.Vocabulary;

/**
 * What a programme and the organisation of the country allow at each level.
 *
 * @param levels             the levels at which the programme recognizes
 * @param requiresEvaluation whether a model has to have passed its evaluation first
 * @param allLevels          those of the country, each with its days: nothing is issued where a level is no more
 */
public record ProgrammeRules(Set<String> levels, boolean requiresEvaluation, Vocabulary allLevels) {

    public ProgrammeRules {
        levels = Set.copyOf(levels);
    }
}
