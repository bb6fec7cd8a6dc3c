/** A conclusion that should not have been drawn is taken back (hủy kết luận thẩm định). */
@NullMarked
package vn.dvk.evaluation.write.voidconclusion;

import org.jspecify.annotations.NullMarked;
