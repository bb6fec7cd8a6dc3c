/** Whenever units have been merged into one, or a merger was annulled: their models go over, or were never gone. */
@NullMarked
package vn.dvk.registration.automation.whenunitsmerged;

import org.jspecify.annotations.NullMarked;
