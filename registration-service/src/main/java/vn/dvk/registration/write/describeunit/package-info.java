/** Establishing units and correcting their description, one or many. */
@NullMarked
package vn.dvk.registration.write.describeunit;

import org.jspecify.annotations.NullMarked;
