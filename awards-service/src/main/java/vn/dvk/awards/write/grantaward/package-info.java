/** Khen thưởng mô hình: commend one model, or many by one decision. */
@NullMarked
package vn.dvk.awards.write.grantaward;

import org.jspecify.annotations.NullMarked;
