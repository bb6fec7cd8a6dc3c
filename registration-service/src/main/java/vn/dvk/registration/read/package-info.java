/** Everything a caller can ask, a package each; and how lists are read from the views. */
@NullMarked
package vn.dvk.registration.read;

import org.jspecify.annotations.NullMarked;
