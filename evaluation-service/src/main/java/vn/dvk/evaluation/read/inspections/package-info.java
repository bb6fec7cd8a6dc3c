/** What was found on visits to a model. */
@NullMarked
package vn.dvk.evaluation.read.inspections;

import org.jspecify.annotations.NullMarked;
