package vn.dvk.kit.relay;

import java.time.Duration;

/**
 * How events leave the store for Kafka.
 *
 * @param sweep      time between two looks for entries that a crash left behind
 * @param leftBehind age at which an entry counts as left behind; longer than a relay usually takes
 * @param bound      most events that may wait to be published before commands are refused with 503
 * @param batch      most streams relayed between two waits for acknowledgement
 */
public record RelaySettings(Duration sweep, Duration leftBehind, int bound, int batch) {

    public static final RelaySettings DEFAULT =
            new RelaySettings(Duration.ofSeconds(10), Duration.ofSeconds(5), 50_000, 1_000);

    public RelaySettings {
        if (batch < 1 || bound < batch) {
            throw new IllegalArgumentException("dvk.relay: bound must not be smaller than batch, batch at least 1");
        }
    }
}
