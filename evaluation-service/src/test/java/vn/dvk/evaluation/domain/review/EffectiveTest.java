package vn.dvk.evaluation.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.review.Effective.Said;

class EffectiveTest {

    @Test
    void a_review_speaks_until_its_day() {
        var maintained = new Said(day("2024-12-20"), 2024, day("2026-06-20"));
        assertThat(on("2024-12-19", maintained)).as("not said yet").isEmpty();
        assertThat(on("2024-12-20", maintained)).contains(day("2026-06-20"));
        assertThat(on("2026-06-19", maintained)).isPresent();
        assertThat(on("2026-06-20", maintained)).isEmpty();
    }

    @Test
    void the_next_review_says_something_else() {
        var maintained = new Said(day("2024-12-20"), 2024, day("2026-06-20"));
        var stopped = new Said(day("2025-12-20"), 2025, null);
        assertThat(on("2025-12-19", stopped, maintained)).isPresent();
        assertThat(on("2025-12-20", stopped, maintained)).isEmpty();
        assertThat(on("2026-01-01")).isEmpty();
    }

    @Test
    void of_two_of_one_day_the_one_on_the_later_year_counts() {
        var last = new Said(day("2025-01-10"), 2025, day("2026-07-10"));
        var late = new Said(day("2025-01-10"), 2024, null);
        assertThat(on("2025-02-01", last, late)).isPresent();
    }

    private static Optional<LocalDate> on(String day, Said... reviews) {
        return Effective.until(List.of(reviews), day(day));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
