package vn.dvk.registration.events.consumed;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An award as it was granted, corrected or revoked: who has it. */
public record AwardDecided(String award, @Nullable List<Recipient> recipients) {

    /** @param subject in our register; null of those that have no entry there */
    public record Recipient(@Nullable String subject) {}

    public AwardDecided {
        Objects.requireNonNull(award, "award");
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    public List<String> subjects() {
        return Objects.requireNonNull(recipients).stream()
                .map(Recipient::subject)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
