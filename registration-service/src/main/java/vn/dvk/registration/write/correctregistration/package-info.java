/** Correcting what has been registered (đính chính): it was always so. */
@NullMarked
package vn.dvk.registration.write.correctregistration;

import org.jspecify.annotations.NullMarked;
