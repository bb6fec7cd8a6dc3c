/** A package one comes back from. */
@NullMarked
package vn.dvk.spec.planted.roundabout.domain.there;

import org.jspecify.annotations.NullMarked;
