/** Whenever a level recognizes a model or refuses to, the step that waits for that decision is complete. */
@NullMarked
package vn.dvk.evaluation.automation.whenrecognitiondecided;

import org.jspecify.annotations.NullMarked;
