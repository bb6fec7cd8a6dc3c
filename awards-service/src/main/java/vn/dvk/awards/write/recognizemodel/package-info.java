/** Công nhận: recognize one model at a level, or many by one decision. */
@NullMarked
package vn.dvk.awards.write.recognizemodel;

import org.jspecify.annotations.NullMarked;
