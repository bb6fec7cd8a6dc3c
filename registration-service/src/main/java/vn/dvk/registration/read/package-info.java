/** Everything a caller can ask, a package each; and how lists are cut into pages. */
@NullMarked
package vn.dvk.registration.read;

import org.jspecify.annotations.NullMarked;
