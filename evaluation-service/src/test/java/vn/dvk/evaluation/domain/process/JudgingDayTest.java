package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.REGISTRATION;
import static vn.dvk.evaluation.domain.process.Dossier.complete;
import static vn.dvk.evaluation.domain.process.Dossier.conclude;
import static vn.dvk.evaluation.domain.process.Dossier.giveBack;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.process;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;

class JudgingDayTest {

    private static final LocalDate DAY_BEFORE = REGISTRATION.acceptedOn().minusDays(1);

    static List<ProcessCommand> tooEarly() {
        return List.of(
                scored(DAY_BEFORE),
                conclude(DAY_BEFORE.toString()),
                complete("CARRY_OUT", DAY_BEFORE.toString()),
                new ProcessCommand.VoidConclusion(Dossier.wrong(DAY_BEFORE.toString())),
                giveBack("CARRY_OUT", DAY_BEFORE.toString()));
    }

    @ParameterizedTest
    @MethodSource("tooEarly")
    void nothing_is_judged_before_it_is_registered(ProcessCommand command) {
        process().given(opened()).when(command).thenRefused("before-registration");
    }

    @Test
    void but_on_the_same_day() {
        process()
                .given(opened())
                .when(scored(REGISTRATION.acceptedOn()))
                .then(new ProcessEvent.Scored(
                        Scorer.SUPERIOR,
                        new Score(
                                REGISTRATION.acceptedOn(),
                                "default-1",
                                EIGHTY_SIX,
                                0,
                                86,
                                "GOOD",
                                true,
                                List.of(),
                                null)));
    }

    @Test
    void the_field_and_the_first_day_that_would_do_are_named() {
        var fault = process()
                .given(opened())
                .when(complete("CARRY_OUT", DAY_BEFORE.toString()))
                .thenRefused("before-registration")
                .faults()
                .getFirst();
        assertThat(fault.field()).isEqualTo("on");
        assertThat(fault.arguments()).containsExactly(DAY_BEFORE, REGISTRATION.acceptedOn());
    }

    @Test
    void the_recognition_that_another_service_tells_of_stands_on_any_day() {
        var early = new Completion(DAY_BEFORE, null, List.of(), null);
        process()
                .given(opened())
                .when(new ProcessCommand.NoteRecognitionDecision(null, early))
                .then(new ProcessEvent.StepCompleted("SUM_UP", early));
    }

    private static ProcessCommand scored(LocalDate day) {
        return new ProcessCommand.ScoreModel(Scorer.SUPERIOR, day, EIGHTY_SIX, List.of(), null, Rubrics.NONE);
    }
}
