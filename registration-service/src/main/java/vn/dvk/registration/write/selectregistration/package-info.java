/** Selecting what was submitted (xét chọn): what the base does. */
@NullMarked
package vn.dvk.registration.write.selectregistration;

import org.jspecify.annotations.NullMarked;
