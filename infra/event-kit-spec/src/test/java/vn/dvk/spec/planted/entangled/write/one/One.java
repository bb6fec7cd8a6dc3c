package vn.dvk.spec.planted.entangled.write.one;

/** Used where it should not be. */
public record One(String name) {}
