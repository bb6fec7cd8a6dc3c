/** Placing a hold on a unit or on a subject of the register. */
@NullMarked
package vn.dvk.awards.write.placewiderhold;

import org.jspecify.annotations.NullMarked;
