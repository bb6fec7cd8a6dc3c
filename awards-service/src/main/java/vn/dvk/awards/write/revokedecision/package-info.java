/** Revoking a decision. */
@NullMarked
package vn.dvk.awards.write.revokedecision;

import org.jspecify.annotations.NullMarked;
