/** One model: everything decided about it, and its history. */
@NullMarked
package vn.dvk.awards.read.model;

import org.jspecify.annotations.NullMarked;
