/** Handing a registered model over to another unit (chuyển giao). */
@NullMarked
package vn.dvk.registration.write.transferregistration;

import org.jspecify.annotations.NullMarked;
