/** Tạm dừng xét: place and release a hold. */
@NullMarked
package vn.dvk.awards.write.hold;

import org.jspecify.annotations.NullMarked;
