/**
 * Units and programmes as reporting knows them, and the organisation as it was on a day and as it is today.
 *
 * <p>Pure but for {@link vn.dvk.reporting.directory.Directory}, which keeps the latest of both in memory.
 */
@NullMarked
package vn.dvk.reporting.directory;

import org.jspecify.annotations.NullMarked;
