package vn.dvk.spec.planted.sound.events.consumed;

import vn.dvk.spec.planted.sound.domain.Sum;

/** Its reading of an event of another service. */
public record SumStated(Sum sum) {}
