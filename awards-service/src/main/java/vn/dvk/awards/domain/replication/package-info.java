/**
 * One model taken up at one place (nhân rộng): proposed, applying, confirmed, or stopped with a reason.
 *
 * <p>A stream of its own per source model, unit and place, because a model may have hundreds of targets. The replica is a
 * model of its own only if the target registers it; then the confirmation waits for that registration.
 *
 * @see vn.dvk.awards.domain.replication.ReplicationDecider where every rule is
 */
@NullMarked
package vn.dvk.awards.domain.replication;

import org.jspecify.annotations.NullMarked;
