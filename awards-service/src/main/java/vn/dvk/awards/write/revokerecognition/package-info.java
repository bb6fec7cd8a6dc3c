/** Thu hồi công nhận: a recognition is no longer valid. */
@NullMarked
package vn.dvk.awards.write.revokerecognition;

import org.jspecify.annotations.NullMarked;
