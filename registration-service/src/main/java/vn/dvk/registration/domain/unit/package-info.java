/**
 * Units (đơn vị) and what becomes of them: established, renamed, moved, merged, split, dissolved.
 *
 * <p>A unit keeps its code for ever. Names, parents and its life have dates, so that a report can show the organization
 * as it was then and as it is now.
 */
@NullMarked
package vn.dvk.registration.domain.unit;

import org.jspecify.annotations.NullMarked;
