/** Changing what has been registered (thay đổi): it is so from a day on. */
@NullMarked
package vn.dvk.registration.write.changeregistration;

import org.jspecify.annotations.NullMarked;
