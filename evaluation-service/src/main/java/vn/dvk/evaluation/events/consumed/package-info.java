/**
 * Our own small reading of other services' events: the fields that are used here and no others. The files in {@code
 * infra/event-contracts/…/readers/evaluation.json} say the same, and a test compares.
 */
@NullMarked
package vn.dvk.evaluation.events.consumed;

import org.jspecify.annotations.NullMarked;
