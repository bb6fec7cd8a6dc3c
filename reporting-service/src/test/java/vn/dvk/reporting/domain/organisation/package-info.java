/** The organisation through mergers, splits and moves. */
@NullMarked
package vn.dvk.reporting.domain.organisation;

import org.jspecify.annotations.NullMarked;
