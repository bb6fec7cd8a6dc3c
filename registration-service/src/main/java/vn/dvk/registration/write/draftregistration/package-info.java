/** Opening a draft. */
@NullMarked
package vn.dvk.registration.write.draftregistration;

import org.jspecify.annotations.NullMarked;
