package vn.dvk.service.operations;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.Sender;
import vn.dvk.service.messaging.ConsumerWatch;

/** Whether events come in and go out. A stream that is parked is an operator's task and not the service's health. */
public class MessagingHealth extends AbstractHealthIndicator {

    private static final int STUCK_SECONDS = 30;

    private final Sender sender;
    private final Relay relay;
    private final ConsumerWatch consumer;

    public MessagingHealth(Sender sender, Relay relay, ConsumerWatch consumer) {
        super("Messaging cannot be looked at");
        this.sender = sender;
        this.relay = relay;
        this.consumer = consumer;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
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
