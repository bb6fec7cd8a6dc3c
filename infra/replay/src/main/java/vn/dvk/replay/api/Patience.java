package vn.dvk.replay.api;

import java.time.Duration;

/**
 * How long the client keeps trying.
 *
 * @param away    a service does not answer, or says that it cannot now
 * @param unknown a service has not heard yet what another one already knows
 * @param poll    time between two looks
 */
public record Patience(Duration away, Duration unknown, Duration poll) {

    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(120), Duration.ofSeconds(90), Duration.ofMillis(100));
}
