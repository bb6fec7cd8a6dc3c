/**
 * Decisions (quyết định) as things of their own, and the register (sổ) in which each has its place.
 *
 * <p>A decision carries no list of what it decided: every recognition and award names the decision's id. What the paper says
 * can be corrected, with the old and the new value on record; whatever names the decision shows the corrected one at once. A
 * number is unique for its issuer and year ({@link vn.dvk.awards.domain.decision.DecisionText#registerKey}); while it is not
 * known, the day stands in for it.
 *
 * @see vn.dvk.awards.domain.decision.RegisterDecider where the rules are
 */
@NullMarked
package vn.dvk.awards.domain.decision;

import org.jspecify.annotations.NullMarked;
