/** Whoever is commended is noted, on a real broker. */
@NullMarked
package vn.dvk.registration.automation.whenawardgranted;

import org.jspecify.annotations.NullMarked;
