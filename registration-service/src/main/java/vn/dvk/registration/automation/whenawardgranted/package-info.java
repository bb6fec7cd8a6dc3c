/** Whenever a subject of the register is commended, or an award is corrected or revoked, the register knows it. */
@NullMarked
package vn.dvk.registration.automation.whenawardgranted;

import org.jspecify.annotations.NullMarked;
