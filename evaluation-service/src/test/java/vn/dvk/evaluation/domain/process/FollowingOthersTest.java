package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.after;
import static vn.dvk.evaluation.domain.process.Dossier.and;
import static vn.dvk.evaluation.domain.process.Dossier.complete;
import static vn.dvk.evaluation.domain.process.Dossier.conclude;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.evaluated;
import static vn.dvk.evaluation.domain.process.Dossier.model;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.scored;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.ModelKind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.SubjectType;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.rubric.Scorer;

/** What registration and awards tell is a fact: it is never refused. */
class FollowingOthersTest {

    private static final Completion RECOGNIZED =
            new Completion(day("2024-06-28"), new Paper("31-QĐ", day("2024-06-28"), "Tỉnh ủy"), List.of(), null);
    private static final Completion REFUSED =
            new Completion(day("2024-06-28"), null, List.of(), "Không đủ điều kiện xếp loại");
    private static final ProcessEvent WITHDRAWN =
            new ProcessEvent.Withdrawn(new Withdrawal(day("2024-04-02"), "Gộp vào mô hình khác"));

    @Test
    void recognition_closes_the_process() {
        var closed = new ProcessEvent.StepCompleted("SUM_UP", RECOGNIZED);
        process().given(evaluated()).when(decision(RECOGNIZED)).then(closed);
        assertThat(after(and(evaluated(), closed)).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void its_refusal_closes_the_process_too() {
        process().given(evaluated()).when(decision(REFUSED)).then(new ProcessEvent.StepCompleted("SUM_UP", REFUSED));
    }

    @Test
    void a_further_decision_closes_nothing_more() {
        process()
                .given(and(evaluated(), new ProcessEvent.StepCompleted("SUM_UP", REFUSED)))
                .when(decision(RECOGNIZED))
                .thenNothing();
    }

    @Test
    void of_two_levels_each_decision_completes_the_next() {
        var plans = List.of(plan("BASE", CompletedBy.RECOGNITION, null), plan("TOP", CompletedBy.RECOGNITION, null));
        process()
                .given(opened(plans))
                .when(decision(RECOGNIZED))
                .then(new ProcessEvent.StepCompleted("BASE", RECOGNIZED));
        process()
                .given(opened(plans), new ProcessEvent.StepCompleted("BASE", RECOGNIZED))
                .when(decision(REFUSED))
                .then(new ProcessEvent.StepCompleted("TOP", REFUSED));
    }

    @Test
    void a_decision_completes_the_step_of_its_level() {
        var plans = List.of(
                plan("BASE", CompletedBy.RECOGNITION, null, "GRASSROOTS"),
                plan("TOP", CompletedBy.RECOGNITION, null, "PROVINCE"),
                plan("ANY", CompletedBy.RECOGNITION, null));
        process()
                .given(opened(plans))
                .when(decision("PROVINCE"))
                .then(new ProcessEvent.StepCompleted("TOP", RECOGNIZED));
        process()
                .given(opened(plans), new ProcessEvent.StepCompleted("TOP", RECOGNIZED))
                .when(decision("PROVINCE"))
                .then(new ProcessEvent.StepCompleted("ANY", RECOGNIZED));
        process().given(opened(plans.subList(0, 2))).when(decision("CENTRAL")).thenNothing();
    }

    private static ProcessCommand decision(String level) {
        return new ProcessCommand.NoteRecognitionDecision(level, RECOGNIZED);
    }

    @Test
    void recognized_before_its_time_the_missing_steps_stay_open() {
        var early = new ProcessEvent.StepCompleted("SUM_UP", RECOGNIZED);
        process().given(opened()).when(decision(RECOGNIZED)).then(early);

        var process = after(opened(), early);
        assertThat(process.stage()).isEqualTo(Stage.OPEN);
        assertThat(process.steps().nextDue()).contains(day("2024-04-05"));
        process()
                .given(opened(), early)
                .when(complete("CARRY_OUT", "2024-03-29"))
                .then(Dossier.completed("CARRY_OUT", "2024-03-29"));
    }

    @Test
    void an_amendment_changes_what_every_event_carries() {
        var renamed = renamed(SubjectType.COLLECTIVE);
        process().given(opened()).when(new ProcessCommand.Amend(renamed)).then(new ProcessEvent.Amended(renamed));
        process().given(opened()).when(new ProcessCommand.Amend(model())).thenNothing();
        assertThat(after(opened(), new ProcessEvent.Amended(renamed)).model().name())
                .isEqualTo("Ký túc xá biên giới");
    }

    @Test
    void scores_by_the_rubric_of_another_subject_do_not_count_any_more() {
        var given = new ProcessEvent[] {
            opened(),
            Dossier.completed("CARRY_OUT", "2024-03-29"),
            scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD"),
            new ProcessEvent.Amended(renamed(SubjectType.INDIVIDUAL))
        };
        process().given(given).when(conclude("2024-06-14")).thenRefused("superior-score-missing");
    }

    @Test
    void a_result_stands_although_the_subject_is_corrected_afterwards() {
        var process = after(and(evaluated(), new ProcessEvent.Amended(renamed(SubjectType.INDIVIDUAL))));
        assertThat(process.conclusion()).isNotNull();
        assertThat(process.scores()).containsOnlyKeys(Scorer.SUPERIOR);
    }

    @Test
    void nothing_more_happens_to_a_withdrawn_model() {
        process()
                .given(opened())
                .when(new ProcessCommand.Withdraw(new Withdrawal(day("2024-04-02"), "Gộp vào mô hình khác")))
                .then(WITHDRAWN);
        assertThat(after(opened(), WITHDRAWN).stage()).isEqualTo(Stage.WITHDRAWN);

        process()
                .given(opened(), WITHDRAWN)
                .when(complete("CARRY_OUT", "2024-03-29"))
                .thenRefused("withdrawn");
        process().given(opened(), WITHDRAWN).when(decision(RECOGNIZED)).thenNothing();
        process()
                .given(opened(), WITHDRAWN)
                .when(new ProcessCommand.Amend(renamed(SubjectType.COLLECTIVE)))
                .thenNothing();
    }

    private static ProcessCommand decision(Completion completion) {
        return new ProcessCommand.NoteRecognitionDecision(null, completion);
    }

    private static Model renamed(SubjectType subject) {
        var model = model();
        return new Model(
                model.id(),
                model.code(),
                "Ký túc xá biên giới",
                model.programme(),
                "NA-S2",
                model.field(),
                ModelKind.EXEMPLAR,
                subject);
    }
}
