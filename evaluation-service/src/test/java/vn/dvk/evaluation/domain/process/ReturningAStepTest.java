package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.NINETY;
import static vn.dvk.evaluation.domain.process.Dossier.after;
import static vn.dvk.evaluation.domain.process.Dossier.and;
import static vn.dvk.evaluation.domain.process.Dossier.appraised;
import static vn.dvk.evaluation.domain.process.Dossier.completed;
import static vn.dvk.evaluation.domain.process.Dossier.conclude;
import static vn.dvk.evaluation.domain.process.Dossier.concluded;
import static vn.dvk.evaluation.domain.process.Dossier.evaluated;
import static vn.dvk.evaluation.domain.process.Dossier.giveBack;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.returned;
import static vn.dvk.evaluation.domain.process.Dossier.score;
import static vn.dvk.evaluation.domain.process.Dossier.scored;
import static vn.dvk.evaluation.domain.process.Dossier.voided;
import static vn.dvk.evaluation.domain.process.Dossier.why;

import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.rubric.Scorer;

class ReturningAStepTest {

    @Test
    void a_completed_step_is_open_again_and_says_why() {
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"))
                .when(giveBack("CARRY_OUT", "2024-04-03"))
                .then(returned("CARRY_OUT", "2024-04-03"));

        var step = after(opened(), completed("CARRY_OUT", "2024-03-29"), returned("CARRY_OUT", "2024-04-03"))
                .steps()
                .find("CARRY_OUT")
                .orElseThrow();
        assertThat(step.open()).isTrue();
        assertThat(step.returned()).isEqualTo(why("2024-04-03"));
    }

    @Test
    void what_comes_after_it_stays_as_it_is() {
        var process = after(and(evaluated(), returned("CARRY_OUT", "2024-06-20")));

        assertThat(process.steps().find("APPRAISE").orElseThrow().open()).isFalse();
        assertThat(process.conclusion()).isNotNull();
        assertThat(process.stage()).isEqualTo(Stage.EVALUATED);
    }

    @Test
    void returning_the_appraisal_makes_the_conclusion_void_and_scoring_possible() {
        process()
                .given(evaluated())
                .when(giveBack("APPRAISE", "2024-06-20"))
                .then(voided("1", "2024-06-20"), returned("APPRAISE", "2024-06-20"));
        var given = and(evaluated(), voided("1", "2024-06-20"), returned("APPRAISE", "2024-06-20"));

        assertThat(after(given).conclusion()).isNull();
        assertThat(after(given).stage()).isEqualTo(Stage.OPEN);
        process()
                .given(given)
                .when(score(Scorer.SUPERIOR, NINETY))
                .then(scored(Scorer.SUPERIOR, NINETY, 90, "EXCELLENT"));
        process()
                .given(and(given, scored(Scorer.SUPERIOR, NINETY, 90, "EXCELLENT")))
                .when(conclude("2024-06-25"))
                .then(concluded("2", "APPRAISE", "2024-06-25", 90, "EXCELLENT"), appraised("2024-06-25"));
    }

    @Test
    void the_same_return_again_is_nothing_new_until_the_step_is_completed_again() {
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"), returned("CARRY_OUT", "2024-04-03"))
                .when(giveBack("CARRY_OUT", "2024-04-03"))
                .thenNothing();
        process()
                .given(
                        opened(),
                        completed("CARRY_OUT", "2024-03-29"),
                        returned("CARRY_OUT", "2024-04-03"),
                        completed("CARRY_OUT", "2024-04-03"))
                .when(giveBack("CARRY_OUT", "2024-04-03"))
                .then(returned("CARRY_OUT", "2024-04-03"));
    }

    @Test
    void an_open_step_has_nothing_to_return() {
        process().given(opened()).when(giveBack("CARRY_OUT", "2024-04-03")).thenRefused("step-not-completed");
    }

    @Test
    void what_another_service_decided_is_not_returned_here() {
        process().given(opened()).when(giveBack("REGISTER", "2024-04-03")).thenRefused("step-not-returnable");
        process().given(opened()).when(giveBack("SUM_UP", "2024-04-03")).thenRefused("step-not-returnable");
    }

    @Test
    void there_is_no_step_of_another_programme() {
        process().given(opened()).when(giveBack("PILOT", "2024-04-03")).thenRefused("no-such-step");
    }
}
