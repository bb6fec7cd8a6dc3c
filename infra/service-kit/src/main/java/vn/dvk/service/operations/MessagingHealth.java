package vn.dvk.service.operations;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.Sender;
import vn.dvk.service.messaging.ConsumerWatch;

/** Whether events come in and go out. A stream that is parked is an operator's task and not the service's health. */
public class MessagingHealth extends AbstractHealthIndicator {

    private static final int STUCK_SECONDS = 30;

    /** A broker that changes its leader is silent for a moment, one that restarts for a few. */
    private static final int SILENT_SECONDS = 15;

    private final Sender sender;
    private final Relay relay;
    private final ConsumerWatch consumer;
    private final Lag lag;

    public MessagingHealth(Sender sender, Relay relay, ConsumerWatch consumer, Lag lag) {
        super("Messaging cannot be looked at");
        this.sender = sender;
        this.relay = relay;
        this.consumer = consumer;
        this.lag = lag;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        // With nothing to send and nothing coming in, neither relay nor consumer would notice.
        var silence = lag.silence();
        if (silence.toSeconds() >= SILENT_SECONDS) {
            health.down().withDetail("broker", "has not answered for " + silence);
        }
        var dead = sender.dead();
        if (dead != null) {
            health.down().withDetail("producer", dead);
        }
        var oldest = relay.oldest();
        if (oldest.toSeconds() >= STUCK_SECONDS) {
            health.down().withDetail("relay", "events have been waiting for the broker for " + oldest);
        }
        var trouble = consumer.trouble();
        if (trouble != null) {
            health.down().withDetail("consumer", trouble);
        }
    }
}
