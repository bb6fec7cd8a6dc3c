/**
 * Holds on a unit, or on a person, household or collective of registration's register: nothing that is theirs, or would be
 * given to them, is decided by a decision of a day on which one is in force. A hold on one model is part of its dossier.
 *
 * @see vn.dvk.awards.domain.widerhold.WiderHoldDecider where the rules are
 */
@NullMarked
package vn.dvk.awards.domain.widerhold;

import org.jspecify.annotations.NullMarked;
