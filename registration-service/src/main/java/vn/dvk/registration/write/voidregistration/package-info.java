/** Voiding what was registered by mistake (hủy): it never was. */
@NullMarked
package vn.dvk.registration.write.voidregistration;

import org.jspecify.annotations.NullMarked;
