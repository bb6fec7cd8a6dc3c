/** Ending the review with a no (không duyệt). */
@NullMarked
package vn.dvk.registration.write.disapproveregistration;

import org.jspecify.annotations.NullMarked;
