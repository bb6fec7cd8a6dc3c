/** Forwarding a registered model to the programme above its own. */
@NullMarked
package vn.dvk.registration.write.forwardregistration;

import org.jspecify.annotations.NullMarked;
