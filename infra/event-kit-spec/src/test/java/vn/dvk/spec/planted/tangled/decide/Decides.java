package vn.dvk.spec.planted.tangled.decide;

import vn.dvk.spec.planted.tangled.intake.Takes;

/** Looks up at the intake. */
public record Decides(Takes takes) {}
