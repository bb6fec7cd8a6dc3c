/** Bỏ tạm dừng xét: one hold ends. */
@NullMarked
package vn.dvk.awards.write.releasehold;

import org.jspecify.annotations.NullMarked;
