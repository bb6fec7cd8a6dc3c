/** Which terms there are, by vocabulary, day and whose own they are. */
@NullMarked
package vn.dvk.registration.read.terms;

import org.jspecify.annotations.NullMarked;
