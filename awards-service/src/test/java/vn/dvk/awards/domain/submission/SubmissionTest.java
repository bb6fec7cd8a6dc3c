package vn.dvk.awards.domain.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.domain.dossier.DossierFixture.MODEL;
import static vn.dvk.awards.domain.dossier.DossierFixture.RULES;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierDecider;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.DossierFixture;
import vn.dvk.awards.domain.submission.Answer.Verdict;
import vn.dvk.awards.domain.submission.SubmissionCommand.Note;
import vn.dvk.awards.domain.submission.SubmissionCommand.RefuseItems;
import vn.dvk.awards.domain.submission.SubmissionCommand.Return;
import vn.dvk.awards.domain.submission.SubmissionCommand.Send;
import vn.dvk.awards.domain.submission.SubmissionEvent.Answered;
import vn.dvk.awards.domain.submission.SubmissionEvent.Decided;
import vn.dvk.awards.domain.submission.SubmissionEvent.Returned;
import vn.dvk.awards.domain.submission.SubmissionEvent.Sent;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.spec.Specification;

/** What may be submitted, and when it is decided. */
class SubmissionTest {

    private static final LocalDate DAY = LocalDate.of(2020, 11, 6);
    private static final Item RECOGNITION = Item.recognition(MODEL, "DISTRICT");
    private static final Item AWARD = Item.award(MODEL, "GIAY_KHEN");
    private static final Submission.Return BACK = new Submission.Return("Thiếu biên bản", DAY.plusDays(1));
    private static final Answer RECOGNIZED = new Answer(RECOGNITION, Verdict.RECOGNIZED, "d-1", DAY.plusDays(3), null);
    private static final Answer AWARDED = new Answer(AWARD, Verdict.AWARDED, "d-1", DAY.plusDays(2), null);

    private final Specification<SubmissionCommand, Submission, SubmissionEvent> submission =
            Specification.of(new SubmissionDecider());

    @Test
    void it_is_sent_once_and_again_only_after_it_was_returned() {
        submission.given().when(send(DAY)).then(sent(DAY));
        submission.given(sent(DAY)).when(send(DAY)).thenNothing();
        submission.given(sent(DAY)).when(send(DAY.plusDays(1))).thenRefused("already-sent");
        submission
                .given(sent(DAY), new Returned(BACK))
                .when(send(DAY.plusDays(2)))
                .then(sent(DAY.plusDays(2)));
        submission.given(sent(DAY), new Returned(BACK)).when(send(DAY)).thenRefused("date-before-previous");
    }

    @Test
    void what_is_missing_is_told_all_at_once() {
        var empty = new SubmissionText(null, "KHONG-CO", null, List.of(), null);
        var why = submission
                .given()
                .when(new Send("s-1", empty, DAY, List.of(), Map.of("from", "KHONG-CO")))
                .thenRefused("submission-incomplete");
        assertThat(why.faults())
                .extracting(fault -> fault.field() + " " + fault.reason().code())
                .containsExactly("to addressee-needed", "items items-needed", "from unit-unknown");
    }

    @Test
    void each_item_says_what_a_decision_would_meet() {
        assertThat(inTheWay(RECOGNITION, known(DossierFixture.opened()))).isEqualTo("not-evaluated");
        assertThat(inTheWay(
                        RECOGNITION,
                        known(
                                DossierFixture.opened(),
                                DossierFixture.passed(),
                                DossierFixture.recognized(1, "DISTRICT"))))
                .isEqualTo("already-recognized");
        assertThat(inTheWay(
                        RECOGNITION, known(DossierFixture.opened(), DossierFixture.passed(), DossierFixture.held())))
                .isEqualTo("on-hold");
        assertThat(inTheWay(Item.recognition(MODEL, "CENTRAL"), eligible())).isEqualTo("level-not-used");
        assertThat(inTheWay(Item.award(MODEL, "THU_KHEN"), eligible())).isEqualTo("term-unknown");
        assertThat(inTheWay(AWARD, known(DossierFixture.opened(), DossierFixture.withdrawn())))
                .isEqualTo("withdrawn");
        assertThat(inTheWay(AWARD, known(DossierFixture.opened(), DossierFixture.granted(1, DossierFixture.DECISION))))
                .isEqualTo("one-achievement-one-form");
        assertThat(inTheWay(AWARD, new Send.Known(null, null, DossierFixture.STRICT, null, null)))
                .isEqualTo("item-unknown");
        assertThat(inTheWay(AWARD, with(eligible(), "HNA-KB", null))).isEqualTo("held-with-others");
        assertThat(inTheWay(AWARD, with(eligible(), null, "s-2"))).isEqualTo("item-submitted");
        assertThat(inTheWay(new Item(MODEL, null, null), eligible())).isEqualTo("item-asks-one");
    }

    @Test
    void the_same_is_not_asked_twice() {
        var why = submission
                .given()
                .when(new Send(
                        "s-1",
                        text(RECOGNITION, AWARD, RECOGNITION),
                        DAY,
                        List.of(eligible(), eligible(), eligible()),
                        Map.of()))
                .thenRefused("submission-incomplete");
        assertThat(why.faults())
                .extracting(fault -> fault.field() + " " + fault.reason().code())
                .containsExactly("items[2] item-twice");
    }

    @Test
    void it_is_returned_as_a_whole_and_only_while_nothing_is_answered() {
        submission.given(sent(DAY)).when(new Return(BACK)).then(new Returned(BACK));
        submission.given(sent(DAY), new Returned(BACK)).when(new Return(BACK)).thenNothing();
        submission
                .given(sent(DAY), new Returned(BACK))
                .when(new Return(new Submission.Return("Khác", DAY.plusDays(1))))
                .thenRefused("already-returned");
        submission
                .given(sent(DAY), new Answered(List.of(AWARDED)))
                .when(new Return(BACK))
                .thenRefused("partly-decided");
        submission
                .given(sent(DAY), new Answered(List.of(AWARDED, RECOGNIZED)), new Decided(DAY.plusDays(3)))
                .when(new Return(BACK))
                .thenRefused("submission-decided");
        submission
                .given(sent(DAY))
                .when(new Return(new Submission.Return("Sớm", DAY.minusDays(1))))
                .thenRefused("date-before-previous");
        submission.given().when(new Return(BACK)).thenRefused("submission-unknown");
    }

    @Test
    void it_is_decided_with_its_last_answer_on_the_latest_day() {
        submission.given(sent(DAY)).when(new Note(List.of(RECOGNIZED))).then(new Answered(List.of(RECOGNIZED)));
        submission
                .given(sent(DAY), new Answered(List.of(RECOGNIZED)))
                .when(new Note(List.of(RECOGNIZED, AWARDED)))
                .then(new Answered(List.of(AWARDED)), new Decided(DAY.plusDays(3)));
        submission
                .given(sent(DAY), new Answered(List.of(RECOGNIZED)))
                .when(new Note(List.of(RECOGNIZED)))
                .thenNothing();
    }

    @Test
    void what_it_has_not_asked_for_is_no_answer_and_a_returned_one_waits_for_none() {
        var other = new Answer(Item.recognition(MODEL, "PROVINCE"), Verdict.RECOGNIZED, "d-1", DAY.plusDays(1), null);
        submission.given(sent(DAY)).when(new Note(List.of(other))).thenNothing();
        submission
                .given(sent(DAY), new Returned(BACK))
                .when(new Note(List.of(RECOGNIZED)))
                .thenNothing();
        submission.given().when(new Note(List.of(RECOGNIZED))).thenNothing();
    }

    @Test
    void items_are_refused_with_a_reason_unless_they_were_given() {
        var no = new Answer(AWARD, Verdict.REFUSED, null, DAY.plusDays(1), "Chưa đủ thời gian");
        submission.given(sent(DAY)).when(refuse(AWARD)).then(new Answered(List.of(no)));
        submission
                .given(sent(DAY), new Answered(List.of(no)))
                .when(refuse(AWARD))
                .thenNothing();
        submission
                .given(sent(DAY), new Answered(List.of(AWARDED)))
                .when(refuse(AWARD))
                .thenRefused("item-answered");
        submission
                .given(sent(DAY))
                .when(refuse(Item.recognition(MODEL, "PROVINCE")))
                .thenRefused("item-not-asked");
        submission.given(sent(DAY), new Returned(BACK)).when(refuse(AWARD)).thenRefused("submission-returned");
    }

    @Test
    void a_decision_answers_by_what_the_dossier_says_it_decided() {
        var dossier = known(
                        DossierFixture.opened(),
                        DossierFixture.passed(),
                        DossierFixture.recognized(1, "DISTRICT"),
                        DossierFixture.granted(1, DossierFixture.OTHER_DECISION))
                .dossier();
        assertThat(dossier).isNotNull();
        var decision = String.valueOf(DossierFixture.DECISION.id());
        assertThat(vn.dvk.awards.domain.submission.Decided.by(decision, dossier))
                .containsExactly(new Answer(RECOGNITION, Verdict.RECOGNIZED, decision, DossierFixture.DAY, null));
    }

    private String inTheWay(Item item, Send.Known known) {
        var why = submission
                .given()
                .when(new Send("s-1", text(item), DAY, List.of(known), Map.of()))
                .thenRefused("submission-incomplete");
        assertThat(why.faults()).extracting(Fault::field).containsExactly("items[0]");
        return why.faults().getFirst().reason().code();
    }

    private static Send send(LocalDate on) {
        return new Send("s-1", text(RECOGNITION, AWARD), on, List.of(eligible(), eligible()), Map.of());
    }

    private static SubmissionEvent sent(LocalDate on) {
        return new Sent("s-1", text(RECOGNITION, AWARD), on);
    }

    private static SubmissionCommand refuse(Item item) {
        return new RefuseItems(List.of(item), "Chưa đủ thời gian", DAY.plusDays(1), null);
    }

    private static SubmissionText text(Item... items) {
        return new SubmissionText(
                "17-TTr/BDV", "HNA-KB", new Addressee(null, "Ban Chỉ đạo tỉnh"), List.of(items), null);
    }

    private static Send.Known eligible() {
        return known(DossierFixture.opened(), DossierFixture.passed());
    }

    private static Send.Known known(DossierEvent... history) {
        var decider = new DossierDecider();
        Dossier state = decider.initial();
        for (var event : Arrays.asList(history)) {
            state = decider.evolve(state, event);
        }
        return new Send.Known((Dossier.Known) state, RULES, DossierFixture.STRICT, null, null);
    }

    private static Send.Known with(Send.Known known, @Nullable String heldBy, @Nullable String running) {
        return new Send.Known(known.dossier(), known.rules(), known.giving(), heldBy, running);
    }
}
