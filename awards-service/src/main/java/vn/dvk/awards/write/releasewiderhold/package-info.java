/** Releasing a hold on a unit or subject. */
@NullMarked
package vn.dvk.awards.write.releasewiderhold;

import org.jspecify.annotations.NullMarked;
