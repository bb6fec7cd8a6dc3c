/** A package one comes back to. */
@NullMarked
package vn.dvk.spec.planted.roundabout.domain.here;

import org.jspecify.annotations.NullMarked;
