/** The rules of yearly reviews, as sentences. */
@NullMarked
package vn.dvk.evaluation.domain.review;

import org.jspecify.annotations.NullMarked;
