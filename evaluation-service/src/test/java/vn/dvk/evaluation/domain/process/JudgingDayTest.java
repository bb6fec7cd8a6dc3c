package vn.dvk.evaluation.domain.process;

import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.REGISTRATION;
import static vn.dvk.evaluation.domain.process.Dossier.complete;
import static vn.dvk.evaluation.domain.process.Dossier.completed;
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

class JudgingDayTest {

    private static final LocalDate DAY_BEFORE = REGISTRATION.acceptedOn().minusDays(1);

    static List<ProcessCommand> tooEarly() {
        return List.of(
                scored(DAY_BEFORE),
                conclude(DAY_BEFORE.toString()),
                giveBack("CARRY_OUT", DAY_BEFORE.toString()),
                new ProcessCommand.InspectModel(new Inspection(DAY_BEFORE, List.of("An"), "Tốt", List.of())));
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
                        new Score(REGISTRATION.acceptedOn(), "default-1", EIGHTY_SIX, 86, "GOOD", null)));
    }

    @Test
    void a_step_may_have_been_done_before() {
        var day = DAY_BEFORE.toString();
        process().given(opened()).when(complete("CARRY_OUT", day)).then(completed("CARRY_OUT", day));
    }

    private static ProcessCommand scored(LocalDate day) {
        return new ProcessCommand.ScoreModel(Scorer.SUPERIOR, day, EIGHTY_SIX, null, Rubrics.NONE);
    }
}
