/** Drafting many at once, and submitting them in the same breath, with an outcome for each row. */
@NullMarked
package vn.dvk.registration.write.draftregistrations;

import org.jspecify.annotations.NullMarked;
