/** Khen thưởng phong trào: commend a collective or a person for leading the movement, or many by one decision. */
@NullMarked
package vn.dvk.awards.write.grantmovementaward;

import org.jspecify.annotations.NullMarked;
