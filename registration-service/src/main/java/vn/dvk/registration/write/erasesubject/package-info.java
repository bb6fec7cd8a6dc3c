/** Erasing a subject from the register. */
@NullMarked
package vn.dvk.registration.write.erasesubject;

import org.jspecify.annotations.NullMarked;
