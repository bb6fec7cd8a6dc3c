package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.REGISTRATION;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.model;
import static vn.dvk.evaluation.domain.process.Dossier.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Decision;

/** However many steps a programme has and whatever completes them, every process can be brought to its end. */
class AnyProgrammeTest {

    private static final ProcessDecider DECIDER = new ProcessDecider();

    @Test
    void four_steps() {
        assertCanBeBroughtToItsEnd(
                List.of(CompletedBy.REGISTRATION, CompletedBy.PERSON, CompletedBy.EVALUATION, CompletedBy.RECOGNITION));
    }

    @Test
    void six_steps() {
        assertCanBeBroughtToItsEnd(List.of(
                CompletedBy.REGISTRATION,
                CompletedBy.REGISTRATION,
                CompletedBy.PERSON,
                CompletedBy.PERSON,
                CompletedBy.EVALUATION,
                CompletedBy.RECOGNITION));
    }

    @Test
    void twelve_steps_with_two_appraisals_and_two_levels() {
        assertCanBeBroughtToItsEnd(List.of(
                CompletedBy.REGISTRATION,
                CompletedBy.REGISTRATION,
                CompletedBy.PERSON,
                CompletedBy.PERSON,
                CompletedBy.EVALUATION,
                CompletedBy.RECOGNITION,
                CompletedBy.PERSON,
                CompletedBy.PERSON,
                CompletedBy.PERSON,
                CompletedBy.EVALUATION,
                CompletedBy.RECOGNITION,
                CompletedBy.PERSON));
    }

    @Property(tries = 300)
    void any_mix(@ForAll @Size(min = 1, max = 12) List<CompletedBy> mix) {
        assertCanBeBroughtToItsEnd(mix);
    }

    private static void assertCanBeBroughtToItsEnd(List<CompletedBy> mix) {
        var plans = IntStream.range(0, mix.size())
                .mapToObj(n -> plan("S" + (n + 1), mix.get(n), 30 * n))
                .toList();
        var process = told(DECIDER.initial(), new ProcessCommand.Open(model(), REGISTRATION, plans));
        var completed = new ArrayList<String>();
        for (var day = 1; process.steps().nextOpen().isPresent(); day++) {
            var step = process.steps().nextOpen().get();
            assertThat(step.completedBy()).isNotEqualTo(CompletedBy.REGISTRATION);
            assertThat(process.stage()).isNotEqualTo(Stage.CLOSED);
            process = carryOn(
                    process, step, REGISTRATION.acceptedOn().plusDays(day).toString());
            completed.add(step.code());
        }
        assertThat(process.stage()).isEqualTo(Stage.CLOSED);
        assertThat(process.steps().nextDue()).isEmpty();
        assertThat(completed)
                .as("each step that registration did not complete, once, in order")
                .isEqualTo(plans.stream()
                        .filter(one -> one.completedBy() != CompletedBy.REGISTRATION)
                        .map(StepPlan::code)
                        .toList());
    }

    private static ProcessState.Opened carryOn(ProcessState.Opened process, Step step, String day) {
        return switch (step.completedBy()) {
            case REGISTRATION -> throw new AssertionError("done when the process opens");
            case PERSON -> told(process, Dossier.complete(step.code(), day));
            case EVALUATION ->
                told(
                        told(
                                process,
                                new ProcessCommand.ScoreModel(
                                        Scorer.SUPERIOR, day(day), EIGHTY_SIX, List.of(), null, Rubrics.NONE)),
                        Dossier.conclude(day));
            case RECOGNITION ->
                told(
                        process,
                        new ProcessCommand.NoteRecognitionDecision(
                                null, new Completion(day(day), null, List.of(), null)));
        };
    }

    private static ProcessState.Opened told(ProcessState state, ProcessCommand command) {
        return switch (DECIDER.decide(command, state)) {
            case Decision.Refused<ProcessEvent>(var why) -> throw new AssertionError("refused: " + why);
            case Decision.Accepted<ProcessEvent>(var events) -> {
                assertThat(events).isNotEmpty();
                var next = state;
                for (var event : events) {
                    next = DECIDER.evolve(next, event);
                }
                yield (ProcessState.Opened) next;
            }
        };
    }
}
