/** Thu hồi khen thưởng phong trào: an award for the movement is no longer valid. */
@NullMarked
package vn.dvk.awards.write.revokemovementaward;

import org.jspecify.annotations.NullMarked;
