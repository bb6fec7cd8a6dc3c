package vn.dvk.evaluation.domain.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.dvk.evaluation.domain.process.Dossier.FIVE;
import static vn.dvk.evaluation.domain.process.Dossier.NINETY;
import static vn.dvk.evaluation.domain.process.Dossier.day;
import static vn.dvk.evaluation.domain.process.Dossier.evidence;
import static vn.dvk.evaluation.domain.process.Dossier.model;
import static vn.dvk.evaluation.domain.process.Dossier.plan;
import static vn.dvk.evaluation.domain.process.Dossier.process;
import static vn.dvk.evaluation.domain.process.Dossier.scored;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Precision;
import vn.dvk.kit.decide.Refusal;

/** In a historic programme a day may be known by its month or year only, and a paper lack its number. */
class HistoricTest {

    private static final LocalDate CUT_OFF = day("2024-10-31");
    private static final Historic HISTORIC = new Historic(Map.of("NA-2024", CUT_OFF));
    private static final Day IN_MARCH = new Day(day("2024-03-31"), Precision.MONTH);
    private static final Day IN_THE_YEAR = new Day(day("2024-12-31"), Precision.YEAR);
    private static final Paper NAMELESS = new Paper(null, day("2024-03-31"), "Đảng ủy xã", Precision.MONTH);

    @Test
    void a_step_is_done_in_a_month_and_says_what_is_missing() {
        process()
                .given(opened(null))
                .when(complete(IN_MARCH, NAMELESS, HISTORIC))
                .then(new ProcessEvent.StepCompleted("CARRY_OUT", completion(IN_MARCH, NAMELESS)));
        assertThat(completion(IN_MARCH, NAMELESS).incomplete())
                .containsExactly("on", "document.number", "document.date");
        assertThat(completion(IN_MARCH, null).incomplete()).containsExactly("on");
        assertThat(completion(Day.of(day("2024-03-29")), null).incomplete()).isEmpty();
    }

    @Test
    void it_counts_at_the_end_of_what_is_known_but_not_past_the_cut_off() {
        var done = new ProcessEvent.StepCompleted("CARRY_OUT", completion(new Day(CUT_OFF, Precision.YEAR), null));
        process()
                .given(opened(null))
                .when(complete(IN_THE_YEAR, null, HISTORIC))
                .then(done);
        process()
                .given(opened(null), done)
                .when(complete(IN_THE_YEAR, null, HISTORIC))
                .thenNothing();
    }

    @Test
    void elsewhere_each_field_that_lacks_something_is_named() {
        var refused = new ProcessDecider().decide(complete(IN_MARCH, NAMELESS, Historic.NONE), open(opened(null)));
        assertThat(refused.toString()).contains("PAPERS_INCOMPLETE");
        assertThat(HISTORIC.refusal(IN_MARCH, "document", NAMELESS, "OTHER")
                        .orElseThrow()
                        .faults())
                .extracting(Refusal.Fault::field, fault -> fault.reason().code())
                .containsExactly(
                        tuple("on", "day-missing"),
                        tuple("document.number", "number-missing"),
                        tuple("document.date", "day-missing"));
    }

    /** Registered some time in February: what was done in the year may have been later, what was done in January not. */
    @Test
    void only_what_cannot_have_been_in_order_is_refused() {
        var inFebruary = opened(Precision.MONTH);
        var early = Day.of(day("2024-02-01"));
        process()
                .given(inFebruary)
                .when(complete(early, null, HISTORIC))
                .then(new ProcessEvent.StepCompleted("CARRY_OUT", completion(early, null)));
        process()
                .given(inFebruary)
                .when(complete(Day.of(day("2024-01-31")), null, HISTORIC))
                .thenRefused("before-registration");
        process()
                .given(opened(null))
                .when(complete(new Day(day("2024-02-29"), Precision.MONTH), null, HISTORIC))
                .then(new ProcessEvent.StepCompleted(
                        "CARRY_OUT", completion(new Day(day("2024-02-29"), Precision.MONTH), null)));
        process()
                .given(opened(null))
                .when(complete(new Day(day("2024-01-31"), Precision.MONTH), null, HISTORIC))
                .thenRefused("before-registration");
    }

    @Test
    void a_council_has_concluded_in_a_month_and_takes_it_back_within_it() {
        var minutes = new Paper(null, day("2024-06-14"), "Hội đồng thẩm định");
        var inJune = new Day(day("2024-06-30"), Precision.MONTH);
        var conclude = new ProcessCommand.ConcludeEvaluation(
                inJune, minutes, List.of(), null, Rubrics.NONE, HISTORIC, List.of());
        var before = List.of(
                opened(null),
                new ProcessEvent.StepCompleted("CARRY_OUT", completion(IN_MARCH, null)),
                scored(Scorer.SUPERIOR, NINETY, 90, "EXCELLENT"));
        var state = open(before.toArray(ProcessEvent[]::new));
        var accepted = (Decision.Accepted<ProcessEvent>) new ProcessDecider().decide(conclude, state);
        var concluded = ((ProcessEvent.Concluded) accepted.events().getFirst()).conclusion();
        assertThat(concluded.day()).isEqualTo(inJune);
        assertThat(concluded.incomplete()).containsExactly("on", "minutes.number");
        assertThat(new ProcessDecider()
                        .decide(conclude, evolved(state, accepted.events()))
                        .toString())
                .contains("events=[]");

        var events = new ArrayList<>(before);
        events.addAll(accepted.events());
        process()
                .given(events.toArray(ProcessEvent[]::new))
                .when(new ProcessCommand.VoidConclusion(new Voiding(day("2024-06-01"), "Nhầm phiếu chấm")))
                .then(
                        new ProcessEvent.ConclusionVoided("1", new Voiding(day("2024-06-01"), "Nhầm phiếu chấm")),
                        new ProcessEvent.StepReturned("APPRAISE", new Return(day("2024-06-01"), "Nhầm phiếu chấm")));
        process()
                .given(events.toArray(ProcessEvent[]::new))
                .when(new ProcessCommand.VoidConclusion(new Voiding(day("2024-05-31"), "Nhầm phiếu chấm")))
                .thenRefused("before-conclusion");
    }

    @Test
    void it_is_late_only_if_it_cannot_have_been_in_time() {
        assertThat(late(new Day(day("2024-04-30"), Precision.MONTH))).isFalse();
        assertThat(late(new Day(day("2024-05-31"), Precision.MONTH))).isTrue();
    }

    /** The step is due on 05/04/2024. */
    private static boolean late(Day on) {
        var step = Step.of(plan("CARRY_OUT", CompletedBy.PERSON, 60), 3, day("2024-02-05"));
        return step.completed(completion(on, null)).late();
    }

    @Test
    void the_step_that_registration_completes_is_known_as_far_as_that_is() {
        var registration = new Registration(
                null, day("2024-01-26"), day("2024-01-30"), day("2024-02-29"), Dossier.APPROVAL, Precision.MONTH);
        var steps = Steps.of(FIVE, registration);
        assertThat(steps.find("REGISTER").orElseThrow().completion())
                .isEqualTo(new Completion(day("2024-02-29"), Dossier.APPROVAL, List.of(), null, Precision.MONTH));
    }

    private static ProcessEvent opened(@Nullable Precision precision) {
        var on = precision == null ? day("2024-02-05") : day("2024-02-29");
        var registration =
                new Registration(null, day("2024-01-26"), day("2024-01-30"), on, Dossier.APPROVAL, precision);
        return new ProcessEvent.Opened(model(), on, Steps.of(FIVE, registration), precision);
    }

    private static ProcessCommand complete(Day on, @Nullable Paper document, Historic historic) {
        return new ProcessCommand.CompleteStep("CARRY_OUT", completion(on, document), historic);
    }

    private static Completion completion(Day on, @Nullable Paper document) {
        return new Completion(on.on(), document, List.of(evidence("REPORT")), null, on.inexact());
    }

    private static ProcessState open(ProcessEvent... events) {
        return evolved(new ProcessDecider().initial(), List.of(events));
    }

    private static ProcessState evolved(ProcessState state, List<ProcessEvent> events) {
        var now = state;
        for (var event : events) {
            now = new ProcessDecider().evolve(now, event);
        }
        return now;
    }
}
