/** Sending a submission (trình): at first, or again after it was returned. */
@NullMarked
package vn.dvk.awards.write.sendsubmission;

import org.jspecify.annotations.NullMarked;
