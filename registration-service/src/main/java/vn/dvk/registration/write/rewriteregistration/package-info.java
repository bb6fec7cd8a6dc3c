/** Writing a draft anew, or what was returned. */
@NullMarked
package vn.dvk.registration.write.rewriteregistration;

import org.jspecify.annotations.NullMarked;
