/** Recording what a reorganization does to units (sắp xếp, sáp nhập, chia tách, giải thể). */
@NullMarked
package vn.dvk.registration.write.reorganizeunits;

import org.jspecify.annotations.NullMarked;
