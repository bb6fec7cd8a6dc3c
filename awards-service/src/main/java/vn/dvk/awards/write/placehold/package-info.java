/** Tạm dừng xét: nothing is decided about a model until the hold is released. */
@NullMarked
package vn.dvk.awards.write.placehold;

import org.jspecify.annotations.NullMarked;
