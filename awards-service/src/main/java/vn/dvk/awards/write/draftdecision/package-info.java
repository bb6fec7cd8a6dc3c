/** Preparing a decision: saving it as often as one likes, and issuing it, which enters it into the register. */
@NullMarked
package vn.dvk.awards.write.draftdecision;

import org.jspecify.annotations.NullMarked;
