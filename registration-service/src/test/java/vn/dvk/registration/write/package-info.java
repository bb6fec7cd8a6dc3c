/** What the slices share. */
@NullMarked
package vn.dvk.registration.write;

import org.jspecify.annotations.NullMarked;
