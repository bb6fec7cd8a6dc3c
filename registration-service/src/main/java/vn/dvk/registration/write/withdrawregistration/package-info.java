/** Withdrawing a registration (rút), before or after it was accepted. */
@NullMarked
package vn.dvk.registration.write.withdrawregistration;

import org.jspecify.annotations.NullMarked;
