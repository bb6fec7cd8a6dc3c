package vn.dvk.registration.domain.programme;

import java.time.LocalDate;

/**
 * When registrations are handed in (thời hạn đăng ký): the submission's day counts.
 *
 * @param from first day
 * @param to   last day
 */
public record Intake(LocalDate from, LocalDate to) {

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
