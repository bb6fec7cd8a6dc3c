package vn.dvk.spec.planted.tangled.relay;

import vn.dvk.spec.planted.tangled.stream.Streams;

/** Looks up at the streams. */
public record Relays(Streams streams) {}
