package vn.dvk.awards.domain.replication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a unit exists; both days included, null for an open end. */
public record Lifetime(@Nullable LocalDate from, @Nullable LocalDate to) {

    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
