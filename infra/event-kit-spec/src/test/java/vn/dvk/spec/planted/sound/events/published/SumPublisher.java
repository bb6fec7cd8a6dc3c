package vn.dvk.spec.planted.sound.events.published;

import vn.dvk.kit.envelope.Publication;
import vn.dvk.spec.planted.sound.domain.Sum;
import vn.dvk.spec.planted.sound.events.StoredTypes;

/** What it tells the world. */
public record SumPublisher(Sum sum, StoredTypes names, Publication publication) {}
