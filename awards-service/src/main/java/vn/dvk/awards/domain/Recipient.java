package vn.dvk.awards.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who receives an award, by the name as it is printed on the decision.
 *
 * @param post    of a person
 * @param unit    code of the unit the recipient is or belongs to
 * @param subject id in registration's register of persons, households and collectives, where it is known
 */
public record Recipient(
        String name,
        @Nullable String post,
        String unit,
        @Nullable String subject) {

    /** For a correction to show. */
    public static String names(List<Recipient> recipients) {
        return recipients.stream()
                .map(one -> one.post == null
                        ? "%s (%s)".formatted(one.name, one.unit)
                        : "%s, %s (%s)".formatted(one.name, one.post, one.unit))
                .collect(Collectors.joining("; "));
    }

    /** Of that subject, unless it is said to be another's. */
    public Recipient orOf(@Nullable String other) {
        return subject == null ? new Recipient(name, post, unit, other) : this;
    }

    /** By id where both have one; otherwise by name and unit, which is all that old papers say. */
    public boolean isSameAs(Recipient other) {
        return subject != null && other.subject != null
                ? subject.equals(other.subject)
                : name.strip().equalsIgnoreCase(other.name.strip()) && unit.equals(other.unit);
    }
}
