package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.FORTY;
import static vn.dvk.evaluation.domain.process.Dossier.MINUTES;
import static vn.dvk.evaluation.domain.process.Dossier.NINETY;
import static vn.dvk.evaluation.domain.process.Dossier.after;
import static vn.dvk.evaluation.domain.process.Dossier.appraised;
import static vn.dvk.evaluation.domain.process.Dossier.completed;
import static vn.dvk.evaluation.domain.process.Dossier.conclude;
import static vn.dvk.evaluation.domain.process.Dossier.concludeIneligible;
import static vn.dvk.evaluation.domain.process.Dossier.concluded;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.evaluated;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.scored;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.rubric.Band;
import vn.dvk.evaluation.domain.rubric.Criterion;
import vn.dvk.evaluation.domain.rubric.Rubric;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Day;

class ConcludingTest {

    private static final String TOO_SHORT = "Thời gian thực hiện chưa đủ để đánh giá";

    @Test
    void the_conclusion_takes_the_superiors_score_and_completes_the_evaluation_step() {
        process()
                .given(
                        opened(),
                        completed("CARRY_OUT", "2024-03-29"),
                        scored(Scorer.SELF, NINETY, 90, "EXCELLENT"),
                        scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"))
                .when(conclude("2024-06-14"))
                .then(
                        new ProcessEvent.Concluded(new Conclusion(
                                "1",
                                "APPRAISE",
                                day("2024-06-14"),
                                MINUTES,
                                null,
                                "default-1",
                                "GOOD",
                                true,
                                86.0,
                                90.0,
                                86.0,
                                List.of())),
                        appraised("2024-06-14"));
    }

    @Test
    void it_says_how_far_the_goals_have_come_each_once() {
        var given = process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"), scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"));
        var values = List.of(new GoalValue("G1", new BigDecimal("87.5")));
        given.when(concluding(values))
                .then(
                        new ProcessEvent.Concluded(new Conclusion(
                                "1",
                                "APPRAISE",
                                day("2024-06-14"),
                                MINUTES,
                                null,
                                "default-1",
                                "GOOD",
                                true,
                                86.0,
                                null,
                                86.0,
                                List.of(),
                                null,
                                values)),
                        appraised("2024-06-14"));
        var why = given.when(concluding(List.of(values.getFirst(), new GoalValue("G1", BigDecimal.ONE))))
                .thenRefused("values-not-right");
        assertThat(why.faults()).extracting("field").containsExactly("values[1].goal");
    }

    private static ProcessCommand concluding(List<GoalValue> values) {
        return new ProcessCommand.ConcludeEvaluation(
                Day.of(day("2024-06-14")), MINUTES, List.of(), null, Rubrics.NONE, Historic.NONE, values);
    }

    @Test
    void it_needs_the_superiors_score() {
        process()
                .given(
                        opened(),
                        completed("CARRY_OUT", "2024-03-29"),
                        scored(Scorer.SELF, NINETY, 90, "EXCELLENT"),
                        scored(Scorer.UNIT, NINETY, 90, "EXCELLENT"))
                .when(conclude("2024-06-14"))
                .thenRefused("superior-score-missing");
    }

    @Test
    void it_needs_every_step_before() {
        process()
                .given(opened(), scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"))
                .when(conclude("2024-06-14"))
                .thenRefused("step-out-of-order");
        process()
                .given(opened())
                .when(concludeIneligible("2024-06-14", TOO_SHORT))
                .thenRefused("step-out-of-order");
    }

    @Test
    void not_eligible_is_a_result_without_a_total_and_needs_no_score() {
        var ineligible = new Conclusion(
                "1",
                "APPRAISE",
                day("2024-06-14"),
                MINUTES,
                TOO_SHORT,
                "default-1",
                "INELIGIBLE",
                false,
                null,
                null,
                null,
                List.of());
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"))
                .when(concludeIneligible("2024-06-14", TOO_SHORT))
                .then(
                        new ProcessEvent.Concluded(ineligible),
                        new ProcessEvent.StepCompleted(
                                "APPRAISE", new Completion(day("2024-06-14"), MINUTES, List.of(), TOO_SHORT)));
        assertThat(ineligible.eligible()).isFalse();
        assertThat(ineligible.passed()).isFalse();
    }

    @Test
    void not_eligible_stays_without_a_total_where_there_is_a_score() {
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"), scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"))
                .when(concludeIneligible("2024-06-14", TOO_SHORT))
                .then(
                        new ProcessEvent.Concluded(new Conclusion(
                                "1",
                                "APPRAISE",
                                day("2024-06-14"),
                                MINUTES,
                                TOO_SHORT,
                                "default-1",
                                "INELIGIBLE",
                                false,
                                null,
                                null,
                                86.0,
                                List.of())),
                        new ProcessEvent.StepCompleted(
                                "APPRAISE", new Completion(day("2024-06-14"), MINUTES, List.of(), TOO_SHORT)));
    }

    @Test
    void not_eligible_names_the_version_by_which_it_would_have_been_judged() {
        var today = new Rubric(
                "2024-2",
                SubjectType.COLLECTIVE,
                day("2024-06-12"),
                List.of(new Criterion("ALL", "Tất cả", 100, null)),
                List.of(new Band("DAT", "Đạt", 0)));
        var command = new ProcessCommand.ConcludeEvaluation(
                day("2024-06-14"), MINUTES, List.of(), TOO_SHORT, new Rubrics(List.of(today)));
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"), scored(Scorer.SELF, NINETY, 90, "EXCELLENT"))
                .when(command)
                .then(
                        new ProcessEvent.Concluded(new Conclusion(
                                "1",
                                "APPRAISE",
                                day("2024-06-14"),
                                MINUTES,
                                TOO_SHORT,
                                "2024-2",
                                "INELIGIBLE",
                                false,
                                null,
                                90.0,
                                null,
                                List.of())),
                        new ProcessEvent.StepCompleted(
                                "APPRAISE", new Completion(day("2024-06-14"), MINUTES, List.of(), TOO_SHORT)));
    }

    @Test
    void a_failing_grade_is_a_result_that_does_not_pass() {
        var process = after(
                opened(),
                completed("CARRY_OUT", "2024-03-29"),
                scored(Scorer.SUPERIOR, FORTY, 40, "FAIL"),
                concluded("2024-06-14", 40, "FAIL"),
                appraised("2024-06-14"));
        var conclusion = process.conclusion();
        assertThat(conclusion).isNotNull();
        assertThat(conclusion.eligible()).isTrue();
        assertThat(conclusion.passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"59,KHONG_DAT,false", "60,DAT,true"})
    void whether_it_passes_is_for_the_band_to_say_and_not_for_its_code(double total, String grade, boolean passed) {
        var rubric = new Rubric(
                "2024-2",
                SubjectType.COLLECTIVE,
                day("2024-06-01"),
                List.of(new Criterion("ALL", "Tất cả", 100, null)),
                List.of(new Band("KHONG_DAT", "Không đạt", 0, false), new Band("DAT", "Đạt", 60, true)));
        var score =
                new Score(day("2024-06-10"), "2024-2", Map.of("ALL", total), 0, total, grade, passed, List.of(), null);
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"), new ProcessEvent.Scored(Scorer.SUPERIOR, score))
                .when(new ProcessCommand.ConcludeEvaluation(
                        day("2024-06-14"), MINUTES, List.of(), null, new Rubrics(List.of(rubric))))
                .then(
                        new ProcessEvent.Concluded(new Conclusion(
                                "1",
                                "APPRAISE",
                                day("2024-06-14"),
                                MINUTES,
                                null,
                                "2024-2",
                                grade,
                                passed,
                                total,
                                null,
                                total,
                                List.of())),
                        appraised("2024-06-14"));
    }

    @Test
    void the_same_conclusion_again_is_nothing_new_and_another_one_is_refused() {
        process().given(evaluated()).when(conclude("2024-06-14")).thenNothing();
        process().given(evaluated()).when(conclude("2024-06-15")).thenRefused("already-concluded");
        process()
                .given(evaluated())
                .when(concludeIneligible("2024-06-14", TOO_SHORT))
                .thenRefused("already-concluded");
    }

    @Test
    void a_programme_without_an_evaluation_step_can_be_concluded_all_the_same() {
        var plans = List.of(
                plan("REGISTER", CompletedBy.REGISTRATION, null), plan("SUM_UP", CompletedBy.RECOGNITION, null));
        process()
                .given(opened(plans), scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"))
                .when(conclude("2024-06-14"))
                .then(concluded("1", null, "2024-06-14", 86, "GOOD"));
        process()
                .given(
                        opened(plans),
                        scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"),
                        concluded("1", null, "2024-06-14", 86, "GOOD"))
                .when(conclude("2024-06-15"))
                .thenRefused("already-concluded");
    }

    @Test
    void of_two_evaluation_steps_each_conclusion_completes_the_next() {
        var plans = List.of(
                plan("HALF_WAY", CompletedBy.EVALUATION, null),
                plan("GO_ON", CompletedBy.PERSON, null),
                plan("AT_THE_END", CompletedBy.EVALUATION, null));
        var halfWay = new ProcessEvent[] {
            opened(plans),
            scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"),
            concluded("1", "HALF_WAY", "2024-06-14", 86, "GOOD"),
            new ProcessEvent.StepCompleted("HALF_WAY", new Completion(day("2024-06-14"), MINUTES, List.of(), null))
        };
        process().given(halfWay).when(conclude("2024-12-14")).thenRefused("step-out-of-order");

        var end = Dossier.and(
                halfWay, completed("GO_ON", "2024-11-01"), scored(Scorer.SUPERIOR, NINETY, 90, "EXCELLENT"));
        process()
                .given(end)
                .when(conclude("2024-12-14"))
                .then(
                        concluded("2", "AT_THE_END", "2024-12-14", 90, "EXCELLENT"),
                        new ProcessEvent.StepCompleted(
                                "AT_THE_END", new Completion(day("2024-12-14"), MINUTES, List.of(), null)));
    }
}
