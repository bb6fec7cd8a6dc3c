/** Accepting what was selected (phê duyệt): what the superior does. */
@NullMarked
package vn.dvk.registration.write.acceptregistration;

import org.jspecify.annotations.NullMarked;
