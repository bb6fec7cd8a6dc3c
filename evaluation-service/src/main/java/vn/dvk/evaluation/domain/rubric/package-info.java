/**
 * Rubrics (bộ tiêu chí): what is scored, how much each criterion counts, and which grade a total earns.
 *
 * <p>A programme may release versions of its own per subject, each valid from a date; a released version never changes.
 * Each criterion says who scores it, each band whether it passes. Where a programme has no version of its own, {@link
 * vn.dvk.evaluation.domain.rubric.Rubric#DEFAULTS} apply. Totals and grades are computed here and nowhere typed.
 *
 * @see vn.dvk.evaluation.domain.rubric.RubricDecider what a rubric must be like to be released
 */
@NullMarked
package vn.dvk.evaluation.domain.rubric;

import org.jspecify.annotations.NullMarked;
