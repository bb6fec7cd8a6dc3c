/** Establishing and correcting units, one or many, and recording reorganisations. */
@NullMarked
package vn.dvk.registration.write.units;

import org.jspecify.annotations.NullMarked;
