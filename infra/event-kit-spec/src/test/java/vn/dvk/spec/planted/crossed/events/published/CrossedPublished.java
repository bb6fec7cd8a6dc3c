package vn.dvk.spec.planted.crossed.events.published;

import vn.dvk.spec.planted.crossed.events.consumed.CrossedConsumed;

/** Knows what is read from others. */
public record CrossedPublished(CrossedConsumed consumed) {}
