package vn.dvk.reporting.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Installation;

/**
 * Another installation whose topics are read here too.
 *
 * @param prefix what its topics are called on this broker before their own name, with a dot between: {@code
 *               thainguyen.dvk.registration.v1}; absent: the installation's name
 * @param terms what words of its vocabularies are here: {@code level:CAP_HUYEN=DISTRICT}; absent: the same
 * @param bootstrap where its own broker is, from which its topics are then copied; absent: somebody else mirrors them
 */
public record Followed(
        Installation installation,
        @Nullable String prefix,
        @Nullable String bootstrap,
        @Nullable List<String> terms) {

    /** @throws IllegalArgumentException if no topic can be called so, or a word is not mapped as it should */
    public Followed {
        terms = terms == null ? List.of() : List.copyOf(terms);
        SharedTerms.of(installation.code(), terms);
        if (prefix != null && !prefix.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}")) {
            throw new IllegalArgumentException(
                    "The prefix of %s's topics is letters, digits, - and _, not “%s”".formatted(installation, prefix));
        }
    }

    List<String> sharedTerms() {
        return terms == null ? List.of() : terms;
    }

    /** @param own as that installation calls it */
    public String topic(String own) {
        return (prefix == null ? installation.code() : prefix) + '.' + own;
    }
}
