/** Looking up units and programmes. */
@NullMarked
package vn.dvk.registration.read.directory;

import org.jspecify.annotations.NullMarked;
