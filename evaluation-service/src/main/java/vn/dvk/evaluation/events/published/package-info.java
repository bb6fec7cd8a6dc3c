/**
 * What the world is told: the bodies as the files in {@code infra/event-contracts/evaluation} describe them, each named
 * after its type of event, and what of a process's history becomes one.
 */
@NullMarked
package vn.dvk.evaluation.events.published;

import org.jspecify.annotations.NullMarked;
