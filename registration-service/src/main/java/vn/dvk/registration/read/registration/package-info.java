/** One registration, and what it still lacks. */
@NullMarked
package vn.dvk.registration.read.registration;

import org.jspecify.annotations.NullMarked;
