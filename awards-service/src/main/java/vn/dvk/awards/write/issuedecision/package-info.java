/** Entering a decision in the register. */
@NullMarked
package vn.dvk.awards.write.issuedecision;

import org.jspecify.annotations.NullMarked;
