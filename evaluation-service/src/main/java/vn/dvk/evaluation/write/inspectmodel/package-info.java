/** The superior has visited and says what was found (kiểm tra). */
@NullMarked
package vn.dvk.evaluation.write.inspectmodel;

import org.jspecify.annotations.NullMarked;
