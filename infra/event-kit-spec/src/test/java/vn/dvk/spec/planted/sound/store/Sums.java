package vn.dvk.spec.planted.sound.store;

import org.bson.Document;
import vn.dvk.spec.planted.sound.domain.Sum;
import vn.dvk.spec.planted.sound.events.published.SumPublisher;

/** Where sums are kept. */
public record Sums(Document document, Sum sum, SumPublisher publisher) {}
