/** What papers have done to units, and what was annulled. */
@NullMarked
package vn.dvk.registration.read.successions;

import org.jspecify.annotations.NullMarked;
