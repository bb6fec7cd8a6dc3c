package vn.dvk.spec.planted.roundabout.domain.here;

import vn.dvk.spec.planted.roundabout.domain.there.There;

/** Knows there. */
public record Here(There there) {}
