package vn.dvk.kit.relay;

import java.time.Duration;

/**
 * How events leave the store for Kafka.
 *
 * @param sweep time between two looks for entries that a crash left behind; what two looks in a row find at the same
 *              place is left behind, whatever the clocks say
 * @param bound most events that may wait to be published before commands are refused with 503
 * @param batch most streams read, sent and crossed off together
 * @param pause first pause after a failure; it doubles with each one that follows, up to a minute
 */
public record RelaySettings(Duration sweep, int bound, int batch, Duration pause) {

    public static final RelaySettings DEFAULT =
            new RelaySettings(Duration.ofSeconds(5), 50_000, 1_000, Duration.ofMillis(500));

    public RelaySettings {
        if (batch < 1 || bound < batch) {
            throw new IllegalArgumentException("dvk.relay: bound must not be smaller than batch, batch at least 1");
        }
    }

    /** The same with another bound, and never more at once than may wait. */
    public RelaySettings bound(int most) {
        return new RelaySettings(sweep, most, Math.min(batch, most), pause);
    }
}
