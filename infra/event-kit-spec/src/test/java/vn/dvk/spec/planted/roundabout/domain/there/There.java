package vn.dvk.spec.planted.roundabout.domain.there;

import vn.dvk.spec.planted.roundabout.domain.here.Here;

/** Knows here. */
public record There(Class<Here> here) {}
