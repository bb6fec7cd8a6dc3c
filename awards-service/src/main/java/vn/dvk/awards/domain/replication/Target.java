package vn.dvk.awards.domain.replication;

import org.jspecify.annotations.Nullable;

/**
 * Where the model is taken up: a unit of ours, or a place that is none.
 *
 * @param unit  code of the unit; null where only a place is named
 * @param place one of several places in the unit, null for the unit as a whole; without a unit, the place in words
 */
public record Target(@Nullable String unit, @Nullable String place) {}
