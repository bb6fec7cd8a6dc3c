/** Entering a subject in the register. */
@NullMarked
package vn.dvk.registration.write.entersubject;

import org.jspecify.annotations.NullMarked;
