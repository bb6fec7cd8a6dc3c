package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvk.evaluation.domain.process.Dossier.APPROVAL;
import static vn.dvk.evaluation.domain.process.Dossier.FIVE;
import static vn.dvk.evaluation.domain.process.Dossier.REGISTRATION;
import static vn.dvk.evaluation.domain.process.Dossier.after;
import static vn.dvk.evaluation.domain.process.Dossier.completed;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.evaluated;
import static vn.dvk.evaluation.domain.process.Dossier.model;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.kit.decide.ImpossibleHistory;

class OpeningTest {

    @Test
    void a_registered_model_opens_the_programmes_steps() {
        process()
                .given()
                .when(new ProcessCommand.Open(model(), REGISTRATION, FIVE))
                .then(new ProcessEvent.Opened(model(), REGISTRATION.acceptedOn(), Steps.of(FIVE, REGISTRATION)));
    }

    @Test
    void what_registration_completes_is_done_with_its_dates_and_its_approval() {
        var steps = after(opened()).steps();

        assertThat(steps.find("SURVEY").orElseThrow().completion())
                .isEqualTo(new Completion(day("2024-01-19"), APPROVAL, List.of(), null));
        assertThat(steps.find("REGISTER").orElseThrow().completion())
                .isEqualTo(new Completion(day("2024-02-05"), APPROVAL, List.of(), null));
        assertThat(steps.nextOpen().orElseThrow().code()).isEqualTo("CARRY_OUT");
    }

    @Test
    void without_a_meeting_the_content_was_chosen_when_it_was_submitted() {
        var registration = new Registration(null, day("2024-01-26"), day("2024-01-30"), day("2024-02-05"), APPROVAL);
        assertThat(doneDays(FIVE, registration)).containsExactly("2024-01-26", "2024-02-05");
    }

    @Test
    void one_step_by_registration_is_done_on_acceptance() {
        var one = List.of(plan("ALL", CompletedBy.REGISTRATION, null));
        assertThat(doneDays(one, REGISTRATION)).containsExactly("2024-02-05");
    }

    @Test
    void four_steps_by_registration_take_its_four_gates() {
        var four = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> plan("R" + n, CompletedBy.REGISTRATION, null))
                .toList();
        assertThat(doneDays(four, REGISTRATION))
                .containsExactly("2024-01-19", "2024-01-26", "2024-01-30", "2024-02-05");
    }

    private static List<String> doneDays(List<StepPlan> plans, Registration registration) {
        return Steps.of(plans, registration).all().stream()
                .map(Step::completion)
                .filter(Objects::nonNull)
                .map(completion -> completion.on().toString())
                .toList();
    }

    @Test
    void a_step_is_due_so_many_days_after_registration_or_on_a_fixed_day_or_never() {
        var plans = List.of(
                plan("RELATIVE", CompletedBy.PERSON, 60),
                new StepPlan(
                        "FIXED", "x", "x", List.of(), CompletedBy.PERSON, null, day("2024-06-15"), List.of(), null),
                plan("OPEN_ENDED", CompletedBy.PERSON, null));
        var steps = Steps.of(plans, REGISTRATION);

        assertThat(steps.all().stream().map(Step::due).toList())
                .containsExactly(day("2024-04-05"), day("2024-06-15"), null);
        assertThat(steps.nextDue()).contains(day("2024-04-05"));
    }

    @Test
    void a_step_is_late_when_done_after_it_was_due_however_late_it_is_recorded() {
        assertThat(after(opened(), completed("CARRY_OUT", "2024-04-05"))
                        .steps()
                        .find("CARRY_OUT")
                        .orElseThrow()
                        .late())
                .isFalse();
        assertThat(after(opened(), completed("CARRY_OUT", "2024-04-06"))
                        .steps()
                        .find("CARRY_OUT")
                        .orElseThrow()
                        .late())
                .isTrue();
        assertThat(after(opened()).steps().find("CARRY_OUT").orElseThrow().late())
                .as("an open step is overdue some day, never late")
                .isFalse();
    }

    @Test
    void opening_twice_opens_once() {
        process()
                .given(opened())
                .when(new ProcessCommand.Open(model(), REGISTRATION, FIVE))
                .thenNothing();
    }

    @Test
    void nothing_can_be_asked_before_it_is_open() {
        process().given().when(Dossier.complete("CARRY_OUT", "2024-03-29")).thenRefused("not-known-yet");
        process().given().when(Dossier.conclude("2024-06-14")).thenRefused("not-known-yet");
    }

    @Test
    void the_stage_follows_from_what_happened() {
        assertThat(after(opened()).stage()).isEqualTo(Stage.OPEN);
        assertThat(after(evaluated()).stage()).isEqualTo(Stage.EVALUATED);
        assertThat(after(opened(List.of())).stage())
                .as("without steps there is nothing to close")
                .isEqualTo(Stage.OPEN);
    }

    @Test
    void a_history_that_cannot_be_is_a_fault() {
        var decider = new ProcessDecider();
        assertThatThrownBy(() -> decider.evolve(decider.initial(), completed("CARRY_OUT", "2024-03-29")))
                .isInstanceOf(ImpossibleHistory.class);
        assertThatThrownBy(() -> decider.evolve(after(opened()), opened())).isInstanceOf(ImpossibleHistory.class);
    }
}
