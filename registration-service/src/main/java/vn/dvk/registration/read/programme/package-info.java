/** One programme with all its settings. */
@NullMarked
package vn.dvk.registration.read.programme;

import org.jspecify.annotations.NullMarked;
