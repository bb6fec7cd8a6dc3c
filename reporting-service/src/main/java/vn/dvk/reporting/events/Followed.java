package vn.dvk.reporting.events;

import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Installation;

/**
 * Another installation whose topics are read here too.
 *
 * @param prefix what its topics are called on this broker before their own name, with a dot between: {@code
 *               thainguyen.dvk.registration.v1}; absent: the installation's name
 * @param bootstrap where its own broker is, from which its topics are then copied; absent: somebody else mirrors them
 */
public record Followed(
        Installation installation,
        @Nullable String prefix,
        @Nullable String bootstrap) {

    /** @throws IllegalArgumentException if no topic can be called so */
    public Followed {
        if (prefix != null && !prefix.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}")) {
            throw new IllegalArgumentException(
                    "The prefix of %s's topics is letters, digits, - and _, not “%s”".formatted(installation, prefix));
        }
    }

    /** @param own as that installation calls it */
    public String topic(String own) {
        return (prefix == null ? installation.code() : prefix) + '.' + own;
    }
}
