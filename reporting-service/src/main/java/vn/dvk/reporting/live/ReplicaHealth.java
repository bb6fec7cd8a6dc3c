package vn.dvk.reporting.live;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * How far this instance's copy of the facts is. Never DOWN: while it loads or is made anew the read store answers, only
 * slower.
 */
final class ReplicaHealth extends AbstractHealthIndicator {

    private final Follower follower;
    private final FactReplica replica;

    ReplicaHealth(Follower follower, FactReplica replica) {
        super("The replica cannot be looked at");
        this.follower = follower;
        this.replica = replica;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var watermark = follower.now();
        health.status(replica.answers() ? Status.UP : Status.UNKNOWN)
                .withDetail("answers", replica.answers() ? "replica" : "read store")
                .withDetail("facts", replica.rows())
                .withDetail("generation", replica.generation())
                .withDetail("awaited", follower.awaited());
        if (watermark != null) {
            health.withDetail("watermark", watermark.toString());
        }
    }
}
