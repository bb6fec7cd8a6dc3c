package vn.dvk.replay.api;

import java.time.Duration;

/**
 * How long the client keeps trying.
 *
 * @param never   nothing of the platform has answered yet: more likely nobody started it
 * @param away    a service of a platform that answers does not, or says that it cannot now
 * @param unknown a service has not heard yet what another one already knows
 * @param poll    time between two looks
 */
public record Patience(Duration never, Duration away, Duration unknown, Duration poll) {

    /** On a busy small machine a service needs a minute and a half until it is ready again. */
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(100));
}
