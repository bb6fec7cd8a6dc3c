package vn.dvk.evaluation.domain.rubric;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is scored (tiêu chí).
 *
 * @param max      most points; those of all criteria add up to 100
 * @param evidence what shows it, in words
 */
public record Criterion(
        String code, String label, double max, @Nullable String evidence) {}
