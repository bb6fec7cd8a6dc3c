/** The rules of an inspection, as sentences. */
@NullMarked
package vn.dvk.evaluation.domain.inspection;

import org.jspecify.annotations.NullMarked;
