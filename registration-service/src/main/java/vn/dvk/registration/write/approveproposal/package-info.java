/** Approving what an officer proposes to correct or change in a recognized model. */
@NullMarked
package vn.dvk.registration.write.approveproposal;

import org.jspecify.annotations.NullMarked;
