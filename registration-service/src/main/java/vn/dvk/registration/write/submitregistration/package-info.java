/** Submitting a form for selection (nộp). */
@NullMarked
package vn.dvk.registration.write.submitregistration;

import org.jspecify.annotations.NullMarked;
