/** How claims are kept and told: the only thing that this service writes for others to read. */
@NullMarked
package vn.dvk.reporting.claims;

import org.jspecify.annotations.NullMarked;
