package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dvk.evaluation.domain.process.Dossier.MINUTES;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.rubric.Band;
import vn.dvk.evaluation.domain.rubric.Criterion;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal.Fault;

/** Criteria that say who scores them, and bonus points. */
class SeveralScorersTest {

    private static final List<Band> BANDS =
            List.of(new Band("KHONG_DAT", "Không đạt", 0, false), new Band("DAT", "Đạt", 60, true));

    /** The council does not score the daily work, and the unit not the result. */
    private static final Rubric SHARED = rubric(false);

    private static Rubric rubric(boolean above) {
        return new Rubric(
                "2024-2",
                SubjectType.COLLECTIVE,
                day("2024-01-01"),
                List.of(
                        new Criterion("WORK", "Việc hằng ngày", 40, null, Set.of(Scorer.SELF, Scorer.UNIT)),
                        new Criterion("RESULT", "Kết quả", 60, null, Set.of(Scorer.SELF, Scorer.COUNCIL))),
                List.of(new Criterion("SPREAD", "Được nơi khác học tập", 10, null, Set.of(Scorer.COUNCIL))),
                above,
                BANDS);
    }

    @Test
    void each_scores_what_is_theirs_and_part_of_a_total_has_no_grade() {
        process()
                .given(opened())
                .when(score(Scorer.UNIT, Map.of("WORK", 38.0)))
                .then(scored(Scorer.UNIT, Map.of("WORK", 38.0), 0, 38, null));
        assertThat(process()
                        .given(opened())
                        .when(score(Scorer.COUNCIL, Map.of("WORK", 40.0)))
                        .thenRefused("points-not-right")
                        .faults())
                .extracting(Fault::field, fault -> fault.reason().code(), fault -> List.copyOf(fault.arguments()))
                .containsExactlyInAnyOrder(
                        tuple("criteria.WORK", "criterion-of-others", List.of("Việc hằng ngày", "SELF, UNIT")),
                        tuple("criteria.RESULT", "criterion-missing", List.of("Kết quả")));
        assertThat(process()
                        .given(opened())
                        .when(score(Scorer.SUPERIOR, Map.of()))
                        .thenRefused("points-not-right")
                        .faults())
                .extracting(Fault::field, fault -> fault.reason().code())
                .containsExactly(tuple("criteria", "nothing-to-score"));
    }

    @Test
    void of_each_criterion_the_weightiest_points_count() {
        var conclusion = conclusionOf(
                SHARED,
                score(Scorer.SELF, Map.of("WORK", 40.0, "RESULT", 60.0)),
                score(Scorer.UNIT, Map.of("WORK", 30.0)),
                score(Scorer.COUNCIL, Map.of("RESULT", 45.5)));
        assertThat(conclusion.total()).isEqualTo(75.5);
        assertThat(conclusion.grade()).isEqualTo("DAT");
        assertThat(conclusion.passed()).isTrue();
    }

    @Test
    void where_a_judge_scores_only_a_judges_points_count() {
        process()
                .given(opened(List.of()), scored(Scorer.SELF, Map.of("WORK", 40.0, "RESULT", 60.0), 0, 100, "DAT"))
                .when(conclude(SHARED))
                .thenRefused("superior-score-missing");
    }

    @Test
    void part_of_a_total_is_not_told_as_a_total() {
        var conclusion = conclusionOf(
                SHARED,
                score(Scorer.SELF, Map.of("WORK", 40.0, "RESULT", 60.0)),
                score(Scorer.UNIT, Map.of("WORK", 30.0)),
                score(Scorer.COUNCIL, Map.of("RESULT", 45.5)));
        assertThat(conclusion.self()).isEqualTo(100);
        assertThat(conclusion.superior()).isNull();
    }

    @Test
    void a_criterion_without_points_is_named() {
        assertThat(process()
                        .given(opened(List.of()), scored(Scorer.COUNCIL, Map.of("RESULT", 50.0), 0, 50, null))
                        .when(conclude(SHARED))
                        .thenRefused("scores-missing")
                        .arguments())
                .containsExactly("Việc hằng ngày");
    }

    @Test
    void bonus_points_are_apart_and_do_not_lift_above_the_maximum() {
        var points = Map.of("RESULT", 58.0, "SPREAD", 10.0);
        process()
                .given(opened())
                .when(score(Scorer.COUNCIL, points))
                .then(scored(Scorer.COUNCIL, points, 10, 68, null));

        var work = score(Scorer.UNIT, Map.of("WORK", 40.0));
        assertThat(conclusionOf(SHARED, work, score(Scorer.COUNCIL, points)).total())
                .isEqualTo(100);
        assertThat(conclusionOf(rubric(true), work, score(Scorer.COUNCIL, points))
                        .total())
                .as("unless the rubric says so")
                .isEqualTo(108);
    }

    private static Conclusion conclusionOf(Rubric rubric, ProcessCommand... scores) {
        var decider = new ProcessDecider();
        var commands = new ArrayList<>(List.of(scores));
        commands.add(conclude(rubric));
        var state = decider.evolve(decider.initial(), opened(List.of()));
        for (var command : commands) {
            switch (decider.decide(command, state)) {
                case Decision.Refused<ProcessEvent>(var why) -> throw new AssertionError("refused: " + why);
                case Decision.Accepted<ProcessEvent>(var events) -> {
                    for (var event : events) {
                        state = decider.evolve(state, event);
                    }
                }
            }
        }
        var conclusion = ((ProcessState.Opened) state).conclusion();
        assertThat(conclusion).isNotNull();
        return conclusion;
    }

    private static ProcessCommand conclude(Rubric rubric) {
        return new ProcessCommand.ConcludeEvaluation(
                day("2024-06-14"), MINUTES, List.of(), null, new Rubrics(List.of(rubric)));
    }

    private static ProcessCommand score(Scorer by, Map<String, Double> points) {
        return new ProcessCommand.ScoreModel(
                by, day("2024-06-10"), points, List.of(), null, new Rubrics(List.of(SHARED)));
    }

    private static ProcessEvent scored(
            Scorer by, Map<String, Double> points, double bonus, double total, @Nullable String grade) {
        return new ProcessEvent.Scored(
                by,
                new Score(
                        day("2024-06-10"),
                        "2024-2",
                        points,
                        bonus,
                        total,
                        grade,
                        "DAT".equals(grade),
                        List.of(),
                        null));
    }
}
