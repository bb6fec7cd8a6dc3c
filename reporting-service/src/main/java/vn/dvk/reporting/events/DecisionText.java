package vn.dvk.reporting.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a decision that was issued or corrected.
 *
 * @param number absent while it is not known
 */
public record DecisionText(String decision, @Nullable String number, String issuer) {

    public DecisionText {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(issuer, "issuer");
    }
}
