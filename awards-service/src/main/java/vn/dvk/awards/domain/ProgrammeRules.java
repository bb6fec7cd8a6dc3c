package vn.dvk.awards.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What a programme and the organisation of the country allow at each level.
 *
 * @param levels             the levels at which the programme recognizes
 * @param requiresEvaluation whether a model has to have passed its evaluation first
 * @param endings           levels that have come to an end, and the first day on which nothing is issued there any more
 */
public record ProgrammeRules(Set<Level> levels, boolean requiresEvaluation, Map<Level, LocalDate> endings) {

    public ProgrammeRules {
        levels = Set.copyOf(levels);
        endings = Map.copyOf(endings);
    }

    boolean isClosed(Level level, LocalDate on) {
        return endings.get(level) instanceof LocalDate end && !on.isBefore(end);
    }
}
