/** One term of a vocabulary. */
@NullMarked
package vn.dvk.registration.read.term;

import org.jspecify.annotations.NullMarked;
