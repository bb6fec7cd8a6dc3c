package vn.dvk.awards.domain.replication;

import org.jspecify.annotations.Nullable;

/**
 * Where the model is taken up.
 *
 * @param unit  code of the unit
 * @param place one of several places in the unit; null for the unit as a whole
 */
public record Target(String unit, @Nullable String place) {}
