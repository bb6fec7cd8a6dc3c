/**
 * Units and programmes as reporting knows them, and the organisation as it was on a day and as it is today. Start at
 * {@link vn.dvk.reporting.domain.organisation.DirectorySnapshot}.
 */
@NullMarked
package vn.dvk.reporting.domain.organisation;

import org.jspecify.annotations.NullMarked;
