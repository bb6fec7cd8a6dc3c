/**
 * One award for leading or joining the movement (khen thưởng phong trào): to a collective or a person, not for a model.
 *
 * <p>Never added to the awards for models: a report counts the two categories apart. Its id follows from the caller's
 * key, so that asking twice grants it once.
 *
 * @see vn.dvk.awards.domain.movementaward.MovementAwardDecider where every rule is
 */
@NullMarked
package vn.dvk.awards.domain.movementaward;

import org.jspecify.annotations.NullMarked;
