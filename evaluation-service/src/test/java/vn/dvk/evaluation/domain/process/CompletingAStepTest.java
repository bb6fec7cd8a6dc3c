package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.process.Dossier.complete;
import static vn.dvk.evaluation.domain.process.Dossier.completed;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.returned;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletingAStepTest {

    @Test
    void a_person_completes_the_step_whose_turn_it_is() {
        process().given(opened()).when(complete("CARRY_OUT", "2024-03-29")).then(completed("CARRY_OUT", "2024-03-29"));
    }

    @Test
    void the_same_completion_again_is_nothing_new() {
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"))
                .when(complete("CARRY_OUT", "2024-03-29"))
                .thenNothing();
    }

    @Test
    void another_date_has_to_be_preceded_by_a_return() {
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"))
                .when(complete("CARRY_OUT", "2024-04-01"))
                .thenRefused("step-already-completed");
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"), returned("CARRY_OUT", "2024-03-30"))
                .when(complete("CARRY_OUT", "2024-04-01"))
                .then(completed("CARRY_OUT", "2024-04-01"));
    }

    @Test
    void other_evidence_for_the_same_date_is_not_silently_dropped() {
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"))
                .when(new ProcessCommand.CompleteStep(
                        "CARRY_OUT", new Completion(day("2024-03-29"), null, List.of(), null)))
                .thenRefused("step-already-completed");
    }

    @Test
    void a_step_cannot_jump_the_queue() {
        var two = List.of(plan("PLAN", CompletedBy.PERSON, null), plan("LAUNCH", CompletedBy.PERSON, null));
        process().given(opened(two)).when(complete("LAUNCH", "2024-03-29")).thenRefused("step-out-of-order");
        process()
                .given(opened(two), completed("PLAN", "2024-03-01"))
                .when(complete("LAUNCH", "2024-03-29"))
                .then(completed("LAUNCH", "2024-03-29"));
    }

    @Test
    void nobody_confirms_what_something_else_completes() {
        process().given(opened()).when(complete("REGISTER", "2024-02-05")).thenRefused("step-not-by-person");
        process().given(opened()).when(complete("APPRAISE", "2024-06-14")).thenRefused("step-not-by-person");
        process().given(opened()).when(complete("SUM_UP", "2024-06-30")).thenRefused("step-not-by-person");
    }

    @Test
    void there_is_no_step_of_another_programme() {
        process().given(opened()).when(complete("PILOT", "2024-03-29")).thenRefused("no-such-step");
    }
}
