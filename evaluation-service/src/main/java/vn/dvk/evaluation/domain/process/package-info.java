/**
 * The process (quy trình) of one registered model: its steps, scores and conclusions.
 *
 * <p>The programme lays down the steps, how many they are and what completes each: the registration, a person, the
 * conclusion of the evaluation, or the recognition or its refusal. A step has four dates: due, done, of its document,
 * and recorded; the last one is in the {@link vn.dvk.kit.decide.Recorded envelope} of the event. Entering late is normal and
 * stays visible. Overdue is nobody's state: it follows from due, done and the day one asks.
 *
 * <p>A step may require evidence (minh chứng) of certain kinds; without it nobody completes it. A conclusion may become
 * void, and the step it completed is open again.
 *
 * <p>What other services tell is a fact and never refused; what people ask for may be. Classes here use {@code java..},
 * {@code vn.dvk.kit}, rubrics and each other.
 *
 * @see vn.dvk.evaluation.domain.process.ProcessDecider where every rule is
 */
@NullMarked
package vn.dvk.evaluation.domain.process;

import org.jspecify.annotations.NullMarked;
