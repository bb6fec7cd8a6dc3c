/** An administrator releases a version of a programme's rubric, which never changes again. */
@NullMarked
package vn.dvk.evaluation.write.releaserubric;

import org.jspecify.annotations.NullMarked;
