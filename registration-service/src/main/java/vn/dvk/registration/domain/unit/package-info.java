/**
 * Units (đơn vị) and what becomes of them: established, renamed, moved, merged, split, dissolved; and what was annulled.
 *
 * <p>A unit keeps its code for ever. Names, parents and its life have dates, so that a report can show the organization
 * as it was then and as it is now. All of them are the state of one stream, because who is above whom is one question.
 *
 * @see vn.dvk.registration.domain.unit.StructureDecider where every rule is
 */
@NullMarked
package vn.dvk.registration.domain.unit;

import org.jspecify.annotations.NullMarked;
