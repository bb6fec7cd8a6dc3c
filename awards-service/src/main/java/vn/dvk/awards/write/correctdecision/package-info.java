/** Correcting what the register says of a decision. */
@NullMarked
package vn.dvk.awards.write.correctdecision;

import org.jspecify.annotations.NullMarked;
