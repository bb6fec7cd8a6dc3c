/** Công nhận: recognize one model or many at a level, and revoke a recognition. */
@NullMarked
package vn.dvk.awards.write.recognition;

import org.jspecify.annotations.NullMarked;
