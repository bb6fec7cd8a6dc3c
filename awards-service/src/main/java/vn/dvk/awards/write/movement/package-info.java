/** Khen thưởng phong trào: commend collectives and people for leading the movement, and revoke. */
@NullMarked
package vn.dvk.awards.write.movement;

import org.jspecify.annotations.NullMarked;
