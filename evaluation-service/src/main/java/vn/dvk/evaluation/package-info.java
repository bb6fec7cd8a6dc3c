/**
 * Evaluation (thẩm định): what becomes of a registered model on its way through the programme's steps.
 *
 * <p>A process (quy trình) opens when a model is registered. People complete steps with evidence, report progress,
 * inspect and score; the council concludes; recognition or its refusal closes the process. Overdue is not a state: it
 * is asked for.
 *
 * <p>Start at {@code domain.process}; everything a caller can do is a package under {@code write}, everything a caller
 * can ask one under {@code read}, everything that follows from other services' events one under {@code automation}. The
 * names and forms of events, stored, published and consumed, are in {@code events}.
 */
@NullMarked
package vn.dvk.evaluation;

import org.jspecify.annotations.NullMarked;
