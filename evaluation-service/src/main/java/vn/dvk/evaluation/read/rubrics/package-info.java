/** By which rubrics is scored in a programme. */
@NullMarked
package vn.dvk.evaluation.read.rubrics;

import org.jspecify.annotations.NullMarked;
