package vn.dvk.spec.planted.sound.events;

import vn.dvk.spec.planted.sound.domain.Sum;
import vn.dvk.spec.planted.sound.events.consumed.SumStated;

/** The names on disk. */
public record StoredTypes(Sum sum, SumStated read) {}
