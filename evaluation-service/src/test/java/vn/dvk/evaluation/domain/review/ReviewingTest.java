package vn.dvk.evaluation.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.process.CompletedBy;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.process.ProcessDecider;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.evaluation.domain.process.Steps;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.evaluation.domain.review.ReviewCommand.Enter;
import vn.dvk.evaluation.domain.review.ReviewEvent.Reviewed;
import vn.dvk.kit.decide.Precision;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.spec.Specification;

class ReviewingTest {

    private static final LocalDate REGISTERED = LocalDate.parse("2024-02-05");
    private static final Model MODEL =
            new Model("m", "NA-1", "Ký túc xá", "NA-2024", "NA-S1", "VHXH", ModelKind.MODEL, SubjectType.COLLECTIVE);

    private static final ProcessState UNKNOWN = new ProcessDecider().initial();
    private static final ProcessState OPEN = process(UNKNOWN, new ProcessEvent.Opened(MODEL, REGISTERED, oneStep()));
    private static final ProcessState DONE = process(
            OPEN,
            new ProcessEvent.StepCompleted("CARRY_OUT", new Completion(REGISTERED.plusDays(9), null, List.of(), null)));

    private static final ProcessState WITHDRAWN =
            process(OPEN, new ProcessEvent.Withdrawn(new Withdrawal(REGISTERED.plusDays(1), "Gộp")));

    private static final Period LASTING = Period.ofMonths(18);
    private static final Review MAINTAINED = review(2024, ReviewOutcome.MAINTAINED, "2024-12-20");

    private final Specification<ReviewCommand, ReviewState, ReviewEvent> review = Specification.of(new ReviewDecider());

    @Test
    void a_model_is_reviewed_from_its_registration_on_and_after_its_process_is_done() {
        review.given().when(new Enter(OPEN, MAINTAINED, LASTING)).then(reviewed(MAINTAINED));
        review.given().when(new Enter(DONE, MAINTAINED, LASTING)).then(reviewed(MAINTAINED));
        review.given().when(new Enter(UNKNOWN, MAINTAINED, LASTING)).thenRefused("not-known-yet");
        review.given().when(new Enter(WITHDRAWN, MAINTAINED, LASTING)).thenRefused("withdrawn");
    }

    @Test
    void of_a_historic_programme_the_day_may_be_known_by_the_year_only() {
        var historic = new Historic(Map.of("NA-2024", LocalDate.parse("2024-10-31")));
        var paper = new Paper(null, LocalDate.parse("2024-11-20"), "Ban Dân vận");
        var said = new Review(
                "r-2024",
                2024,
                ReviewOutcome.MAINTAINED,
                LocalDate.parse("2024-12-31"),
                paper,
                null,
                List.of(),
                Precision.YEAR);
        var counted = new Review(
                "r-2024",
                2024,
                ReviewOutcome.MAINTAINED,
                LocalDate.parse("2024-10-31"),
                paper,
                null,
                List.of(),
                Precision.YEAR);
        review.given().when(new Enter(OPEN, said, LASTING, historic)).then(reviewed(counted));
        review.given(reviewed(counted))
                .when(new Enter(OPEN, said, LASTING, historic))
                .thenNothing();
        review.given().when(new Enter(OPEN, said, LASTING)).thenRefused("papers-incomplete");
    }

    @Test
    void the_same_again_is_nothing_new_and_something_else_replaces_it() {
        var stopped = review(2024, ReviewOutcome.STOPPED, "2024-12-20");
        review.given(reviewed(MAINTAINED))
                .when(new Enter(OPEN, MAINTAINED, LASTING))
                .thenNothing();
        review.given(reviewed(MAINTAINED))
                .when(new Enter(OPEN, stopped, LASTING))
                .then(reviewed(stopped));
        review.given(reviewed(MAINTAINED), reviewed(stopped))
                .when(new Enter(OPEN, MAINTAINED, LASTING))
                .then(reviewed(MAINTAINED));
    }

    @Test
    void a_year_is_not_reviewed_before_it_begins_but_after_it_ends() {
        var early = review.given()
                .when(new Enter(OPEN, review(2025, ReviewOutcome.MAINTAINED, "2024-12-31"), LASTING))
                .thenRefused("period-not-begun");
        assertThat(early.faults()).extracting(Fault::field).containsExactly("on");
        assertThat(early.arguments()).contains(LocalDate.parse("2025-01-01"));
        var late = review(2024, ReviewOutcome.MAINTAINED, "2025-01-15");
        review.given().when(new Enter(OPEN, late, LASTING)).then(reviewed(late));
    }

    @Test
    void nothing_is_reviewed_before_its_registration() {
        assertThat(review.given()
                        .when(new Enter(OPEN, review(2023, ReviewOutcome.MAINTAINED, "2024-12-20"), LASTING))
                        .thenRefused("period-before-registration")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("period");
        review.given()
                .when(new Enter(OPEN, review(2024, ReviewOutcome.MAINTAINED, "2024-01-31"), LASTING))
                .thenRefused("before-registration");
    }

    @ParameterizedTest
    @CsvSource({"MAINTAINED,2026-06-20", "STRENGTHENED,2026-06-20", "TO_BE_CONSOLIDATED,", "STOPPED,", "ENDED,"})
    void what_is_maintained_or_strengthened_works_until_a_day_that_is_kept(
            ReviewOutcome outcome, @Nullable LocalDate until) {
        var said = review(2024, outcome, "2024-12-20");
        review.given().when(new Enter(OPEN, said, LASTING)).then(new Reviewed(MODEL, said, until));
    }

    private static Reviewed reviewed(Review said) {
        return new Reviewed(MODEL, said, said.outcome().works() ? said.on().plusMonths(18) : null);
    }

    private static Review review(int period, ReviewOutcome outcome, String on) {
        return new Review("r-" + period, period, outcome, LocalDate.parse(on), null, null, List.of());
    }

    private static Steps oneStep() {
        return new Steps(List.of(new Step(
                "CARRY_OUT",
                1,
                "Thực hiện",
                "Đơn vị",
                CompletedBy.PERSON,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null)));
    }

    private static ProcessState process(ProcessState before, ProcessEvent event) {
        return new ProcessDecider().evolve(before, event);
    }
}
