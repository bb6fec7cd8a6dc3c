package vn.dvk.spec.planted.sound.read;

/** Shared by the slices that read. */
public record Page(int size) {}
