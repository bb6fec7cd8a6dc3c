/** When a programme takes registrations in (thời hạn đăng ký). */
@NullMarked
package vn.dvk.registration.write.setintake;

import org.jspecify.annotations.NullMarked;
