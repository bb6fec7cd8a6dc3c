package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.completed;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.process.ProcessCommand.MoveDeadlines;
import vn.dvk.evaluation.domain.process.ProcessEvent.DeadlinesMoved;
import vn.dvk.evaluation.domain.process.ProcessEvent.DeadlinesMoved.Deadline;

class MovingDeadlinesTest {

    private static final String WHY = "Gia hạn do bão";

    /** A month more for what a person does and for the appraisal; the last step has no deadline any more. */
    private static final List<StepPlan> LATER = List.of(
            plan("SURVEY", CompletedBy.REGISTRATION, 5),
            plan("REGISTER", CompletedBy.REGISTRATION, 0),
            plan("CARRY_OUT", CompletedBy.PERSON, 90),
            plan("APPRAISE", CompletedBy.EVALUATION, 180),
            plan("SUM_UP", CompletedBy.RECOGNITION, null),
            plan("NEW", CompletedBy.PERSON, 10));

    @Test
    void open_steps_take_over_the_programmes_new_deadlines_and_done_ones_keep_theirs() {
        var all = new DeadlinesMoved(
                List.of(
                        new Deadline("CARRY_OUT", day("2024-05-05")),
                        new Deadline("APPRAISE", day("2024-08-03")),
                        new Deadline("SUM_UP", null)),
                WHY);
        process().given(opened()).when(new MoveDeadlines(LATER, WHY)).then(all);
        process().given(opened(), all).when(new MoveDeadlines(LATER, WHY)).thenNothing();
        process()
                .given(opened(), completed("CARRY_OUT", "2024-03-29"))
                .when(new MoveDeadlines(LATER, WHY))
                .then(new DeadlinesMoved(
                        List.of(new Deadline("APPRAISE", day("2024-08-03")), new Deadline("SUM_UP", null)), WHY));
        process().given(opened()).when(new MoveDeadlines(Dossier.FIVE, WHY)).thenNothing();
    }

    @Test
    void what_it_was_before_and_why_stay_with_the_step() {
        var decider = new ProcessDecider();
        var state = decider.evolve(decider.initial(), opened());
        state = decider.evolve(state, new DeadlinesMoved(List.of(new Deadline("CARRY_OUT", day("2024-05-05"))), WHY));
        state = decider.evolve(state, completed("CARRY_OUT", "2024-05-01"));
        var step = ((ProcessState.Opened) state).steps().find("CARRY_OUT").orElseThrow();
        assertThat(step.due()).isEqualTo(day("2024-05-05"));
        assertThat(step.moved()).isEqualTo(new MovedDeadline(day("2024-04-05"), WHY));
        assertThat(step.late()).isFalse();
    }

    @Test
    void what_was_withdrawn_or_is_not_open_has_none() {
        process().given().when(new MoveDeadlines(LATER, WHY)).thenNothing();
        process()
                .given(opened(), new ProcessEvent.Withdrawn(new Withdrawal(day("2024-03-01"), "Thôi")))
                .when(new MoveDeadlines(LATER, WHY))
                .thenNothing();
    }
}
