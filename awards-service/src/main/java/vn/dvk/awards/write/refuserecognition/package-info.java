/** Không công nhận: a level decides not to recognize. */
@NullMarked
package vn.dvk.awards.write.refuserecognition;

import org.jspecify.annotations.NullMarked;
