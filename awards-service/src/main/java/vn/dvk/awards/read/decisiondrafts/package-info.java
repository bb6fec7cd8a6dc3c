/** Decisions that are being prepared. */
@NullMarked
package vn.dvk.awards.read.decisiondrafts;

import org.jspecify.annotations.NullMarked;
