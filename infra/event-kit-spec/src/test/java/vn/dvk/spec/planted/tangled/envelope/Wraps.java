package vn.dvk.spec.planted.tangled.envelope;

import vn.dvk.spec.planted.tangled.decide.Decides;

/** Is no leaf. */
public record Wraps(Decides decides) {}
