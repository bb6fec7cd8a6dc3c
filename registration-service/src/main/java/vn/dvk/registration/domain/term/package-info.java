/**
 * Terms (mã danh mục): words that are data. Levels, kinds of unit, forms of award, their tracks, grades, kinds of evidence
 * and roles of forces are terms of vocabularies, each with the days on which it is in force.
 *
 * <p>A first set is shipped; whoever runs the platform adds to it, changes it and ends it, and what was changed by hand is
 * never overwritten by a newer set.
 *
 * @see vn.dvk.registration.domain.term.TermDecider where the rules are
 */
@NullMarked
package vn.dvk.registration.domain.term;

import org.jspecify.annotations.NullMarked;
