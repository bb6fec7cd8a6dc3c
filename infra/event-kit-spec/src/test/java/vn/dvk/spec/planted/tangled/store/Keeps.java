package vn.dvk.spec.planted.tangled.store;

import vn.dvk.spec.planted.tangled.envelope.Wraps;

/** Is no leaf. */
public record Keeps(Wraps wraps) {}
