package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.NINETY;
import static vn.dvk.evaluation.domain.process.Dossier.after;
import static vn.dvk.evaluation.domain.process.Dossier.and;
import static vn.dvk.evaluation.domain.process.Dossier.appraised;
import static vn.dvk.evaluation.domain.process.Dossier.conclude;
import static vn.dvk.evaluation.domain.process.Dossier.concluded;
import static vn.dvk.evaluation.domain.process.Dossier.evaluated;
import static vn.dvk.evaluation.domain.process.Dossier.giveBack;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.returned;
import static vn.dvk.evaluation.domain.process.Dossier.scored;
import static vn.dvk.evaluation.domain.process.Dossier.voided;
import static vn.dvk.evaluation.domain.process.Dossier.wrong;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.rubric.Scorer;

class VoidingTest {

    @Test
    void a_void_conclusion_opens_again_the_step_it_completed() {
        process()
                .given(evaluated())
                .when(takeBack("2024-06-17"))
                .then(voided("1", "2024-06-17"), returned("APPRAISE", "2024-06-17"));

        var process = after(and(evaluated(), voided("1", "2024-06-17"), returned("APPRAISE", "2024-06-17")));
        assertThat(process.conclusion()).isNull();
        assertThat(process.stage()).isEqualTo(Stage.OPEN);
    }

    @Test
    void the_next_conclusion_has_a_number_of_its_own_even_if_it_says_the_same() {
        process()
                .given(and(evaluated(), voided("1", "2024-06-17"), returned("APPRAISE", "2024-06-17")))
                .when(conclude("2024-06-14"))
                .then(concluded("2", "APPRAISE", "2024-06-14", 86, "GOOD"), appraised("2024-06-14"));
    }

    @Test
    void taking_it_back_twice_takes_back_one() {
        process()
                .given(and(evaluated(), voided("1", "2024-06-17"), returned("APPRAISE", "2024-06-17")))
                .when(takeBack("2024-06-17"))
                .thenNothing();
    }

    @Test
    void where_nothing_is_concluded_there_is_nothing_to_take_back() {
        process().given(opened()).when(takeBack("2024-06-17")).thenRefused("not-concluded");
        process()
                .given(and(evaluated(), voided("1", "2024-06-17"), returned("APPRAISE", "2024-06-17")))
                .when(takeBack("2024-06-18"))
                .thenRefused("not-concluded");
    }

    @Test
    void nothing_is_taken_back_before_it_was_concluded() {
        assertThat(process()
                        .given(evaluated())
                        .when(takeBack("2024-06-13"))
                        .thenRefused("before-conclusion")
                        .faults()
                        .getFirst()
                        .field())
                .isEqualTo("on");
        process().given(evaluated()).when(giveBack("APPRAISE", "2024-06-13")).thenRefused("before-conclusion");
    }

    @Test
    void a_process_without_an_evaluation_step_returns_none() {
        var plans = List.of(plan("SUM_UP", CompletedBy.RECOGNITION, null));
        process()
                .given(
                        opened(plans),
                        scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"),
                        concluded("1", null, "2024-06-14", 86, "GOOD"))
                .when(takeBack("2024-06-17"))
                .then(voided("1", "2024-06-17"));
    }

    @Test
    void of_two_appraisals_the_step_that_is_returned_takes_its_own_conclusion_with_it() {
        var plans = List.of(
                plan("HALF_WAY", CompletedBy.EVALUATION, null), plan("AT_THE_END", CompletedBy.EVALUATION, null));
        var both = new ProcessEvent[] {
            opened(plans),
            scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"),
            concluded("1", "HALF_WAY", "2024-06-14", 86, "GOOD"),
            completedBy("HALF_WAY", "2024-06-14"),
            scored(Scorer.SUPERIOR, NINETY, 90, "EXCELLENT"),
            concluded("2", "AT_THE_END", "2024-12-14", 90, "EXCELLENT"),
            completedBy("AT_THE_END", "2024-12-14")
        };
        process()
                .given(both)
                .when(giveBack("HALF_WAY", "2024-12-20"))
                .then(voided("1", "2024-12-20"), returned("HALF_WAY", "2024-12-20"));

        process()
                .given(both)
                .when(takeBack("2024-12-20"))
                .then(voided("2", "2024-12-20"), returned("AT_THE_END", "2024-12-20"));
        var process = after(and(both, voided("2", "2024-12-20"), returned("AT_THE_END", "2024-12-20")));
        assertThat(process.conclusion()).as("the first one counts again").isNotNull();
        assertThat(process.conclusion().id()).isEqualTo("1");
    }

    private static ProcessEvent completedBy(String step, String day) {
        return new ProcessEvent.StepCompleted(step, new Completion(Dossier.day(day), Dossier.MINUTES, List.of(), null));
    }

    private static ProcessCommand takeBack(String day) {
        return new ProcessCommand.VoidConclusion(wrong(day));
    }
}
