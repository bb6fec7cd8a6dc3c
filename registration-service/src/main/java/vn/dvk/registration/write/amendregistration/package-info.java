/** Amending what has been registered (điều chỉnh). */
@NullMarked
package vn.dvk.registration.write.amendregistration;

import org.jspecify.annotations.NullMarked;
