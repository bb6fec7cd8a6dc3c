/**
 * One model's history: its events in one order that does not depend on how they arrived, and where they have brought it.
 *
 * <p>Pure, as all of {@code domain}: plain Java, held by a rule. Start at {@link
 * vn.dvk.reporting.domain.history.ModelEvent}: everything that can happen to a model.
 */
@NullMarked
package vn.dvk.reporting.domain.history;

import org.jspecify.annotations.NullMarked;
