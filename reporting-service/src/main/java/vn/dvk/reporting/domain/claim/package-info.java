/** Công bố: what somebody has published about the movement, entered here to be checked against the registry. */
@NullMarked
package vn.dvk.reporting.domain.claim;

import org.jspecify.annotations.NullMarked;
