/** How far a model has come with its goals. */
@NullMarked
package vn.dvk.reporting.read.goals;

import org.jspecify.annotations.NullMarked;
