/** Evidence (minh chứng) is handed in for a step, before or after it is completed. */
@NullMarked
package vn.dvk.evaluation.write.attachevidence;

import org.jspecify.annotations.NullMarked;
