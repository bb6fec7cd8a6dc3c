/** Whenever a conclusion of the council is voided, it permits nothing any more and what rests on it is flagged. */
@NullMarked
package vn.dvk.awards.automation.whenconclusionvoided;

import org.jspecify.annotations.NullMarked;
