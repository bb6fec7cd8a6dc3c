/** Writing a submission before it is sent: opening it, and saving it as often as one likes. */
@NullMarked
package vn.dvk.awards.write.draftsubmission;

import org.jspecify.annotations.NullMarked;
