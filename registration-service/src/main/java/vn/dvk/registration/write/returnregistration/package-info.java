/** Returning what is under review, with a reason (trả lại). */
@NullMarked
package vn.dvk.registration.write.returnregistration;

import org.jspecify.annotations.NullMarked;
