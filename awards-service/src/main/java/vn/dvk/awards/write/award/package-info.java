/** Khen thưởng mô hình: commend one model or many, and revoke an award. */
@NullMarked
package vn.dvk.awards.write.award;

import org.jspecify.annotations.NullMarked;
