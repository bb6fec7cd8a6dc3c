/**
 * One model's life: its events as they came, in one order that does not depend on how they arrived, and what follows
 * from them for a reader. Pure functions; knows neither the store nor Kafka.
 *
 * <p>Start at {@link vn.dvk.reporting.card.Happening}: everything that can happen to a model.
 */
@NullMarked
package vn.dvk.reporting.card;

import org.jspecify.annotations.NullMarked;
