/** Submissions: those that wait for an authority, those of a unit, and each of them. */
@NullMarked
package vn.dvk.awards.read.submissions;

import org.jspecify.annotations.NullMarked;
