package vn.dvk.spec.planted.tangled.stream;

import vn.dvk.spec.planted.tangled.intake.Takes;

/** Looks up at the intake. */
public record Streams(Takes takes) {}
