package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.evaluation.domain.process.Dossier.APPROVAL;
import static vn.dvk.evaluation.domain.process.Dossier.EIGHTY_SIX;
import static vn.dvk.evaluation.domain.process.Dossier.MINUTES;
import static vn.dvk.evaluation.domain.process.Dossier.after;
import static vn.dvk.evaluation.domain.process.Dossier.conclude;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.evidence;
import static vn.dvk.evaluation.domain.process.Dossier.giveBack;
import static vn.dvk.evaluation.domain.process.Dossier.opened;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.returned;
import static vn.dvk.evaluation.domain.process.Dossier.scored;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Refusal.Fault;

/** A step is not complete without its evidence, whoever completes it. */
class EvidenceTest {

    private static final List<StepPlan> STEPS = List.of(
            plan("CARRY_OUT", CompletedBy.PERSON, null, null, "PLAN", "MINUTES"),
            plan("APPRAISE", CompletedBy.EVALUATION, null, null, "SHEET"),
            plan("SUM_UP", CompletedBy.RECOGNITION, null, null, "PROPOSAL"));

    private static final Completion RECOGNIZED = new Completion(day("2024-06-28"), null, List.of(), null);

    @Test
    void what_is_missing_is_named() {
        var refusal =
                process().given(opened(STEPS)).when(complete("PLAN", "PHOTO")).thenRefused("evidence-missing");
        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("evidence");
        assertThat(refusal.arguments()).containsExactly("Bước CARRY_OUT", "MINUTES");
        process()
                .given(opened(STEPS))
                .when(complete("PLAN", "MINUTES"))
                .then(new ProcessEvent.StepCompleted("CARRY_OUT", completion("PLAN", "MINUTES")));
    }

    @Test
    void what_was_attached_before_counts_and_is_attached_once() {
        process().given(opened(STEPS)).when(attach("CARRY_OUT", "PLAN")).then(attached("CARRY_OUT", "PLAN"));
        process()
                .given(opened(STEPS), attached("CARRY_OUT", "PLAN"))
                .when(attach("CARRY_OUT", "PLAN"))
                .thenNothing();
        process()
                .given(opened(STEPS), attached("CARRY_OUT", "PLAN"))
                .when(complete("MINUTES"))
                .then(new ProcessEvent.StepCompleted("CARRY_OUT", completion("MINUTES")));
        process().given(opened(STEPS)).when(attach("NOPE", "PLAN")).thenRefused("no-such-step");
    }

    @Test
    void everything_that_shows_a_step_is_shown_together() {
        var step = after(
                        opened(STEPS),
                        attached("CARRY_OUT", "PLAN"),
                        new ProcessEvent.StepCompleted("CARRY_OUT", completion("MINUTES", "PLAN")),
                        attached("CARRY_OUT", "PHOTO"))
                .steps()
                .find("CARRY_OUT")
                .orElseThrow();
        assertThat(step.shown()).extracting(Evidence::kind).containsExactly("PLAN", "PHOTO", "MINUTES");
    }

    @Test
    void after_a_return_it_has_to_be_shown_anew() {
        process()
                .given(
                        opened(STEPS),
                        attached("CARRY_OUT", "PLAN"),
                        new ProcessEvent.StepCompleted("CARRY_OUT", completion("MINUTES")),
                        returned("CARRY_OUT", "2024-04-03"))
                .when(complete("MINUTES"))
                .thenRefused("evidence-missing");
        process()
                .given(opened(STEPS), new ProcessEvent.StepCompleted("CARRY_OUT", completion("PLAN", "MINUTES")))
                .when(giveBack("CARRY_OUT", "2024-04-03"))
                .then(returned("CARRY_OUT", "2024-04-03"));
    }

    @Test
    void a_conclusion_needs_the_evidence_of_the_step_it_completes() {
        var given = new ProcessEvent[] {
            opened(STEPS),
            new ProcessEvent.StepCompleted("CARRY_OUT", completion("PLAN", "MINUTES")),
            scored(Scorer.SUPERIOR, EIGHTY_SIX, 86, "GOOD")
        };
        process().given(given).when(conclude("2024-06-14")).thenRefused("evidence-missing");

        var sheet = List.of(evidence("SHEET"));
        process()
                .given(given)
                .when(new ProcessCommand.ConcludeEvaluation(day("2024-06-14"), MINUTES, sheet, null, Rubrics.NONE))
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
                                sheet)),
                        new ProcessEvent.StepCompleted(
                                "APPRAISE", new Completion(day("2024-06-14"), MINUTES, sheet, null)));
        process()
                .given(Dossier.and(given, attached("APPRAISE", "SHEET")))
                .when(conclude("2024-06-14"))
                .then(Dossier.concluded("2024-06-14", 86, "GOOD"), Dossier.appraised("2024-06-14"));
    }

    @Test
    void a_recognition_waits_for_the_evidence_and_completes_its_step_on_its_own_day() {
        process()
                .given(opened(STEPS))
                .when(new ProcessCommand.NoteRecognitionDecision("PROVINCE", RECOGNIZED))
                .then(new ProcessEvent.StepAwaitsEvidence("SUM_UP", RECOGNIZED));
        var waiting = new ProcessEvent[] {opened(STEPS), new ProcessEvent.StepAwaitsEvidence("SUM_UP", RECOGNIZED)};
        assertThat(after(waiting).steps().find("SUM_UP").orElseThrow().open()).isTrue();
        process()
                .given(waiting)
                .when(new ProcessCommand.NoteRecognitionDecision("PROVINCE", RECOGNIZED))
                .thenNothing();
        process().given(waiting).when(attach("SUM_UP", "PHOTO")).then(attached("SUM_UP", "PHOTO"));
        process()
                .given(waiting)
                .when(attach("SUM_UP", "PROPOSAL"))
                .then(attached("SUM_UP", "PROPOSAL"), new ProcessEvent.StepCompleted("SUM_UP", RECOGNIZED));
        process()
                .given(opened(STEPS), attached("SUM_UP", "PROPOSAL"))
                .when(new ProcessCommand.NoteRecognitionDecision("PROVINCE", RECOGNIZED))
                .then(new ProcessEvent.StepCompleted("SUM_UP", RECOGNIZED));
    }

    @Test
    void what_registration_completes_waits_too() {
        var opened = opened(List.of(plan("REGISTER", CompletedBy.REGISTRATION, 0, null, "APPROVAL")));
        var step = after(opened).steps().find("REGISTER").orElseThrow();
        assertThat(step.open()).isTrue();
        assertThat(step.missing(List.of())).containsExactly("APPROVAL");
        process()
                .given(opened)
                .when(attach("REGISTER", "APPROVAL"))
                .then(
                        attached("REGISTER", "APPROVAL"),
                        new ProcessEvent.StepCompleted(
                                "REGISTER", new Completion(day("2024-02-05"), APPROVAL, List.of(), null)));
    }

    private static Completion completion(String... kinds) {
        return new Completion(
                day("2024-03-29"), null, Stream.of(kinds).map(Dossier::evidence).toList(), null);
    }

    private static ProcessCommand complete(String... kinds) {
        return new ProcessCommand.CompleteStep("CARRY_OUT", completion(kinds));
    }

    private static ProcessCommand attach(String step, String kind) {
        return new ProcessCommand.AttachEvidence(step, List.of(evidence(kind)));
    }

    private static ProcessEvent attached(String step, String kind) {
        return new ProcessEvent.EvidenceAttached(step, List.of(evidence(kind)));
    }
}
