/** Thu hồi khen thưởng mô hình: an award for a model is no longer valid. */
@NullMarked
package vn.dvk.awards.write.revokeaward;

import org.jspecify.annotations.NullMarked;
