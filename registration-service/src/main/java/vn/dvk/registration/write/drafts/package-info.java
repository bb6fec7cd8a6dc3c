/** Writing, rewriting, submitting and withdrawing a registration: what the officer of a unit does. */
@NullMarked
package vn.dvk.registration.write.drafts;

import org.jspecify.annotations.NullMarked;
