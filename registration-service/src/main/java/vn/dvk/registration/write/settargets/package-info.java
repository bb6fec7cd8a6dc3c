/** Which units should register in a programme (đơn vị phải đăng ký), and which are exempt. */
@NullMarked
package vn.dvk.registration.write.settargets;

import org.jspecify.annotations.NullMarked;
