/** Recognitions in a list, above all those that the authority has to look at. */
@NullMarked
package vn.dvk.awards.read.recognitions;

import org.jspecify.annotations.NullMarked;
