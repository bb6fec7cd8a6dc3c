package vn.dvk.evaluation.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvk.evaluation.domain.review.Effective.Said;

class EffectiveTest {

    private static final Period LASTING = Period.ofMonths(18);

    @ParameterizedTest
    @CsvSource({"MAINTAINED,true", "STRENGTHENED,true", "TO_BE_CONSOLIDATED,false", "STOPPED,false", "ENDED,false"})
    void what_is_maintained_or_strengthened_works(ReviewOutcome outcome, boolean works) {
        assertThat(on("2025-12-31", new Said(day("2025-12-20"), 2025, outcome)).isPresent())
                .isEqualTo(works);
    }

    @Test
    void a_review_speaks_for_eighteen_months() {
        var maintained = new Said(day("2024-12-20"), 2024, ReviewOutcome.MAINTAINED);
        assertThat(on("2024-12-19", maintained)).as("not said yet").isEmpty();
        assertThat(on("2024-12-20", maintained)).contains(day("2026-06-20"));
        assertThat(on("2026-06-19", maintained)).isPresent();
        assertThat(on("2026-06-20", maintained)).isEmpty();
    }

    @Test
    void the_next_review_says_something_else() {
        var maintained = new Said(day("2024-12-20"), 2024, ReviewOutcome.MAINTAINED);
        var stopped = new Said(day("2025-12-20"), 2025, ReviewOutcome.STOPPED);
        assertThat(on("2025-12-19", stopped, maintained)).isPresent();
        assertThat(on("2025-12-20", stopped, maintained)).isEmpty();
        assertThat(on("2026-01-01")).isEmpty();
    }

    @Test
    void of_two_of_one_day_the_one_on_the_later_year_counts() {
        var last = new Said(day("2025-01-10"), 2025, ReviewOutcome.STRENGTHENED);
        var late = new Said(day("2025-01-10"), 2024, ReviewOutcome.STOPPED);
        assertThat(on("2025-02-01", last, late)).isPresent();
    }

    private static Optional<LocalDate> on(String day, Said... reviews) {
        return Effective.until(List.of(reviews), day(day), LASTING);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
