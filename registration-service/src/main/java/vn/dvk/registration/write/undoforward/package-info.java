/** Forwarding a registered model to the programme above its own. */
@NullMarked
package vn.dvk.registration.write.undoforward;

import org.jspecify.annotations.NullMarked;
