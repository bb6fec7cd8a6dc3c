package vn.dvk.awards.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.domain.dossier.DossierFixture.CONCLUSION;
import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.LEVELS;
import static vn.dvk.awards.domain.dossier.DossierFixture.OTHER_DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.PRINTED;
import static vn.dvk.awards.domain.dossier.DossierFixture.RULES;
import static vn.dvk.awards.domain.dossier.DossierFixture.WITHOUT_EVALUATION;
import static vn.dvk.awards.domain.dossier.DossierFixture.dossier;
import static vn.dvk.awards.domain.dossier.DossierFixture.entry;
import static vn.dvk.awards.domain.dossier.DossierFixture.failed;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.paper;
import static vn.dvk.awards.domain.dossier.DossierFixture.passed;
import static vn.dvk.awards.domain.dossier.DossierFixture.recognize;
import static vn.dvk.awards.domain.dossier.DossierFixture.recognized;
import static vn.dvk.awards.domain.dossier.DossierFixture.refuse;
import static vn.dvk.awards.domain.dossier.DossierFixture.refused;
import static vn.dvk.awards.domain.dossier.DossierFixture.revocation;
import static vn.dvk.awards.domain.dossier.DossierFixture.voided;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectRefusal;
import vn.dvk.awards.domain.dossier.DossierCommand.Recognize;
import vn.dvk.awards.domain.dossier.DossierCommand.RefuseRecognition;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeRecognition;
import vn.dvk.awards.domain.dossier.DossierEvent.Opened;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRefused;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;
import vn.dvk.awards.domain.dossier.DossierEvent.RefusalCorrected;
import vn.dvk.kit.decide.Day;

class RecognizingTest {

    @Test
    void a_level_recognizes_what_has_passed_its_evaluation() {
        dossier().given(opened(), passed()).when(recognize("DISTRICT")).then(recognized(1, "DISTRICT"));
    }

    @Test
    void a_lower_level_is_not_a_precondition_of_a_higher_one() {
        dossier().given(opened(), passed()).when(recognize("PROVINCE")).then(recognized(1, "PROVINCE"));
    }

    @Test
    void every_level_recognizes_by_itself() {
        dossier()
                .given(opened(), passed(), recognized(1, "DISTRICT"))
                .when(recognize("PROVINCE"))
                .then(recognized(2, "PROVINCE"));
    }

    @Test
    void the_same_decision_again_is_nothing_new_whatever_basis_it_quotes() {
        var quoted = new DecisionPaper(
                DECISION.id(), DECISION.number(), DECISION.date(), DECISION.issuer(), List.of("Luật 06/2022/QH15"));
        dossier()
                .given(opened(), passed(), recognized(1, "DISTRICT"))
                .when(new Recognize("DISTRICT", quoted, DAY, null, RULES, null))
                .thenNothing();
    }

    @Test
    void another_decision_at_a_level_that_has_recognized_is_refused() {
        dossier()
                .given(opened(), passed(), recognized(1, "DISTRICT"))
                .when(new Recognize("DISTRICT", OTHER_DECISION, DAY, null, RULES, null))
                .thenRefused("already-recognized");
    }

    @Test
    void after_a_revocation_the_level_may_recognize_again_and_that_is_another_recognition() {
        dossier()
                .given(
                        opened(),
                        passed(),
                        recognized(1, "DISTRICT"),
                        new RecognitionRevoked(id("recognition", 1), revocation()))
                .when(recognize("DISTRICT"))
                .then(recognized(2, "DISTRICT"));
    }

    @Test
    void what_was_not_evaluated_is_not_recognized() {
        dossier().given(opened()).when(recognize("DISTRICT")).thenRefused("not-evaluated");
    }

    @Test
    void what_did_not_pass_is_not_recognized() {
        dossier().given(opened(), failed()).when(recognize("DISTRICT")).thenRefused("evaluation-not-passed");
    }

    @Test
    void a_programme_may_do_without_evaluation() {
        dossier()
                .given(opened())
                .when(new Recognize("GRASSROOTS", DECISION, DAY, null, WITHOUT_EVALUATION, null))
                .then(new Recognized(id("recognition", 1), "GRASSROOTS", DECISION, DAY, null, null));
    }

    @Test
    void the_level_must_be_one_of_the_programme() {
        var refusal =
                dossier().given(opened(), passed()).when(recognize("CENTRAL")).thenRefused("level-not-used");
        assertThat(refusal.faults()).extracting("field").containsExactly("level");
    }

    @Test
    void districts_issue_until_the_day_before_they_end() {
        var last = LocalDate.of(2025, 6, 30);
        var decision = paper("77-QĐ/BCĐ", last);
        dossier()
                .given(opened(), passed())
                .when(new Recognize("DISTRICT", decision, last, null, RULES, null))
                .then(new Recognized(id("recognition", 1), "DISTRICT", decision, last, null, CONCLUSION));
        dossier()
                .given(opened(), passed())
                .when(new Recognize("DISTRICT", decision, last.plusDays(1), null, RULES, null))
                .thenRefused("term-not-in-force");
    }

    @Test
    void blocs_end_on_a_day_of_their_own() {
        var rules = new ProgrammeRules(Set.of("BLOC"), true, LEVELS);
        var end = LocalDate.of(2025, 3, 1);
        dossier()
                .given(opened(), passed())
                .when(new Recognize("BLOC", paper("9-QĐ/ĐUK", end), end, null, rules, null))
                .thenRefused("term-not-in-force");
    }

    @Test
    void a_decision_cannot_be_later_than_the_day_it_is_used_for() {
        var refusal = dossier()
                .given(opened(), passed())
                .when(new Recognize("PROVINCE", paper("1", DAY.plusDays(1)), DAY, null, RULES, null))
                .thenRefused("decision-later-than-day");
        assertThat(refusal.faults()).extracting("field").containsExactly("decision.date");
    }

    @Test
    void nothing_is_decided_before_what_led_to_it() {
        var early = LocalDate.of(2020, 10, 19);
        dossier()
                .given(opened(), passed())
                .when(new Recognize("DISTRICT", paper("1", early), early, null, RULES, null))
                .thenRefused("date-before-previous");
        var before = LocalDate.of(2015, 5, 31);
        dossier()
                .given(opened())
                .when(new Recognize("GRASSROOTS", paper("1", before), before, null, WITHOUT_EVALUATION, null))
                .thenRefused("date-before-previous");
        dossier()
                .given(opened())
                .when(new RefuseRecognition("DISTRICT", null, "Sớm", before, null, null, RULES))
                .thenRefused("date-before-previous");
    }

    @Test
    void nothing_is_recognized_while_a_hold_stands() {
        dossier().given(opened(), passed(), held()).when(recognize("DISTRICT")).thenRefused("on-hold");
    }

    @Test
    void a_released_hold_is_in_nobodys_way() {
        var released = new DossierEvent.HoldReleased(id("hold", 1), new Hold.Release("Đơn không đúng", DAY));
        dossier()
                .given(opened(), passed(), held(), released)
                .when(recognize("DISTRICT"))
                .then(recognized(1, "DISTRICT"));
    }

    @Test
    void nothing_is_recognized_after_a_withdrawal() {
        dossier()
                .given(opened(), passed(), withdrawn())
                .when(recognize("DISTRICT"))
                .thenRefused("withdrawn");
    }

    @Test
    void nothing_is_recognized_before_the_registration_has_arrived() {
        dossier().given().when(recognize("DISTRICT")).thenRefused("not-known-yet");
        dossier().given(passed()).when(recognize("DISTRICT")).thenRefused("not-known-yet");
    }

    @Test
    void nothing_is_recognized_before_the_programme_has_arrived() {
        dossier()
                .given(opened(), passed())
                .when(new Recognize("DISTRICT", DECISION, DAY, null, null, null))
                .thenRefused("programme-not-known-yet");
    }

    @Test
    void a_refusal_needs_no_evaluation_and_is_possible_during_a_hold() {
        dossier().given(opened()).when(refuse("DISTRICT")).then(refused("DISTRICT"));
        dossier().given(opened(), held()).when(refuse("DISTRICT")).then(refused("DISTRICT"));
    }

    @Test
    void a_refusal_and_a_recognition_at_one_level_exclude_each_other() {
        dossier()
                .given(opened(), passed(), refused("DISTRICT"))
                .when(recognize("DISTRICT"))
                .thenRefused("already-refused");
        dossier()
                .given(opened(), passed(), recognized(1, "DISTRICT"))
                .when(refuse("DISTRICT"))
                .thenRefused("already-recognized");
    }

    @Test
    void another_session_may_recognize_what_one_has_refused_if_it_is_named() {
        var second = new Recognize("DISTRICT", DECISION, Day.of(DAY), null, RULES, null, null, "Phiên 2");
        dossier()
                .given(opened(), passed(), refused("DISTRICT"))
                .when(second)
                .then(new Recognized(
                        id("recognition", 1), "DISTRICT", DECISION, DAY, null, CONCLUSION, null, null, "Phiên 2"));
        var inSecond =
                new RecognitionRefused(id("refusal", 2), "DISTRICT", "phiên 2 ", "Kết quả chưa rõ", DAY, null, null);
        dossier()
                .given(opened(), passed(), refused("DISTRICT"), inSecond)
                .when(second)
                .thenRefused("already-refused");
        dossier()
                .given(opened(), refused("DISTRICT"))
                .when(new RefuseRecognition("DISTRICT", "phiên 2 ", "Kết quả chưa rõ", DAY, null, null, RULES))
                .then(inSecond);
        dossier()
                .given(opened(), refused("DISTRICT"), inSecond)
                .when(new RefuseRecognition("DISTRICT", "Phiên 2", "Lý do khác", DAY, null, null, RULES))
                .thenRefused("already-refused");
    }

    @Test
    void a_refusal_that_read_wrongly_is_corrected_and_does_not_stand_in_the_way_any_more() {
        var was = new NonRecognition(id("refusal", 1), "DISTRICT", null, "Kết quả chưa rõ", DAY, null, null);
        var now = new NonRecognition(id("refusal", 1), "PROVINCE", null, "Kết quả chưa rõ", DAY, null, null);
        var correct = correction("PROVINCE", null, DAY.plusDays(5));
        var corrected = new RefusalCorrected(was, now, "Ghi nhầm cấp", DAY.plusDays(5));
        dossier().given(opened(), refused("DISTRICT")).when(correct).then(corrected);
        dossier()
                .given(opened(), passed(), refused("DISTRICT"), corrected)
                .when(recognize("DISTRICT"))
                .then(recognized(1, "DISTRICT"));
        dossier()
                .given(opened(), passed(), refused("DISTRICT"), corrected)
                .when(recognize("PROVINCE"))
                .thenRefused("already-refused");
        dossier().given(opened(), refused("DISTRICT"), corrected).when(correct).thenRefused("nothing-to-correct");
        assertThat(NonRecognition.changes(was, now)).extracting("field").containsExactly("level");
    }

    @Test
    void a_correction_of_a_refusal_keeps_the_rules_of_a_refusal() {
        dossier().given(opened()).when(correction("PROVINCE", null, DAY)).thenRefused("refusal-unknown");
        dossier()
                .given(opened(), refused("DISTRICT"))
                .when(correction("CENTRAL", null, DAY))
                .thenRefused("level-not-used");
        dossier()
                .given(opened(), refused("DISTRICT"))
                .when(correction(null, "Phiên 2", DAY.minusDays(1)))
                .thenRefused("date-before-previous");
        dossier()
                .given(opened(), passed(), recognized(1, "PROVINCE"), refused("DISTRICT"))
                .when(correction("PROVINCE", null, DAY))
                .thenRefused("already-recognized");
        var inSecond = new RecognitionRefused(id("refusal", 2), "DISTRICT", "Phiên 2", "Chưa rõ", DAY, null, null);
        dossier()
                .given(opened(), refused("DISTRICT"), inSecond)
                .when(correction(null, "Phiên 2", DAY))
                .thenRefused("already-refused");
    }

    private static CorrectRefusal correction(@Nullable String level, @Nullable String session, LocalDate on) {
        return new CorrectRefusal(
                id("refusal", 1),
                new RefusalCorrection(level, session, null, null, null, null, "Ghi nhầm cấp", on),
                RULES);
    }

    @Test
    void one_level_may_refuse_what_another_recognizes() {
        dossier()
                .given(opened(), passed(), refused("PROVINCE"))
                .when(recognize("DISTRICT"))
                .then(recognized(1, "DISTRICT"));
    }

    @Test
    void a_level_may_refuse_what_it_had_recognized_and_revoked() {
        dossier()
                .given(
                        opened(),
                        passed(),
                        recognized(1, "DISTRICT"),
                        new RecognitionRevoked(id("recognition", 1), revocation()))
                .when(refuse("DISTRICT"))
                .then(refused("DISTRICT"));
    }

    @Test
    void the_same_refusal_again_is_nothing_new_and_another_one_is_refused() {
        dossier().given(opened(), refused("DISTRICT")).when(refuse("DISTRICT")).thenNothing();
        dossier()
                .given(opened(), refused("DISTRICT"))
                .when(new RefuseRecognition("DISTRICT", null, "Lý do khác", DAY, null, null, RULES))
                .thenRefused("already-refused");
        dossier()
                .given(opened(), refused("DISTRICT"))
                .when(new RefuseRecognition("DISTRICT", null, "Kết quả chưa rõ", DAY, null, DECISION, RULES))
                .thenRefused("already-refused");
    }

    @Test
    void a_refusal_too_needs_a_level_that_exists_a_paper_of_its_day_and_a_model_that_is_still_there() {
        dossier().given(opened()).when(refuse("CENTRAL")).thenRefused("level-not-used");
        dossier()
                .given(opened())
                .when(new RefuseRecognition("DISTRICT", null, "Muộn", LocalDate.of(2025, 7, 1), null, null, RULES))
                .thenRefused("term-not-in-force");
        dossier()
                .given(opened())
                .when(new RefuseRecognition("DISTRICT", null, "Sớm", DAY, null, paper("1", DAY.plusDays(3)), RULES))
                .thenRefused("decision-later-than-day");
        dossier()
                .given(opened())
                .when(new RefuseRecognition("DISTRICT", null, "Chưa rõ", DAY, null, null, null))
                .thenRefused("programme-not-known-yet");
        dossier().given(opened(), withdrawn()).when(refuse("DISTRICT")).thenRefused("withdrawn");
    }

    @Test
    void a_recognition_is_revoked_with_a_reason_even_after_a_withdrawal() {
        var revoke = new RevokeRecognition(id("recognition", 1), revocation());
        var revoked = new RecognitionRevoked(id("recognition", 1), revocation());
        dossier()
                .given(opened(), passed(), recognized(1, "DISTRICT"))
                .when(revoke)
                .then(revoked);
        dossier()
                .given(opened(), passed(), recognized(1, "DISTRICT"), withdrawn())
                .when(revoke)
                .then(revoked);
    }

    @Test
    void revoking_twice_is_nothing_new_and_differently_is_refused() {
        var revoked = new RecognitionRevoked(id("recognition", 1), revocation());
        var given = dossier().given(opened(), passed(), recognized(1, "DISTRICT"), revoked);
        given.when(new RevokeRecognition(id("recognition", 1), revocation())).thenNothing();
        given.when(new RevokeRecognition(
                        id("recognition", 1), new Revocation("Khác", DAY.plusYears(1), Effect.ENDED, null)))
                .thenRefused("already-revoked");
    }

    @Test
    void a_revocation_is_of_something_given_and_not_before_it_was() {
        var given = dossier().given(opened(), passed(), recognized(1, "DISTRICT"));
        given.when(new RevokeRecognition("khác", revocation())).thenRefused("recognition-unknown");
        given.when(new RevokeRecognition(
                        id("recognition", 1), new Revocation("Sớm", DAY.minusDays(1), Effect.ENDED, null)))
                .thenRefused("date-before-previous");
        given.when(new RevokeRecognition(
                        id("recognition", 1),
                        new Revocation("Giấy sau", DAY, Effect.ENDED, paper("5", DAY.plusDays(1)))))
                .thenRefused("decision-later-than-day");
    }

    @Test
    void a_voided_conclusion_permits_nothing_until_the_council_concludes_again() {
        dossier()
                .given(opened(), passed(), voided())
                .when(recognize("DISTRICT"))
                .thenRefused("conclusion-voided");
        var again = new DossierEvent.Evaluated(
                new Evaluation("another", true, true, "GOOD", 90.0, LocalDate.of(2020, 11, 1)));
        dossier()
                .given(opened(), passed(), voided(), again)
                .when(recognize("DISTRICT"))
                .then(new Recognized(id("recognition", 1), "DISTRICT", DECISION, DAY, null, "another"));
    }

    @Test
    void what_rests_on_a_voided_conclusion_is_flagged_and_a_later_one_is_not() {
        var state = (Dossier.Known) fold(opened(), passed(), recognized(1, "DISTRICT"), voided());
        var flagged = state.recognition(id("recognition", 1)).orElseThrow();
        assertThat(flagged.needsAttention()).isTrue();
        assertThat(flagged.stands()).isTrue();

        var ended = (Dossier.Known) fold(
                opened(),
                passed(),
                recognized(1, "DISTRICT"),
                voided(),
                new RecognitionRevoked(id("recognition", 1), revocation()));
        assertThat(ended.recognition(id("recognition", 1)).orElseThrow().needsAttention())
                .isFalse();

        var resting = new Recognized(id("recognition", 1), "DISTRICT", DECISION, DAY, null, "another");
        var untouched = (Dossier.Known) fold(opened(), passed(), resting, voided());
        assertThat(untouched.recognition(id("recognition", 1)).orElseThrow().needsAttention())
                .isFalse();
    }

    @Test
    void a_conclusion_is_voided_once_and_may_be_before_the_registration_is_here() {
        var command = new DossierCommand.NoteVoided(CONCLUSION, "Nhầm phiếu chấm", LocalDate.of(2020, 12, 1));
        dossier().given(passed()).when(command).then(voided());
        dossier().given(passed(), voided()).when(command).thenNothing();
        dossier()
                .given(passed(), voided(), opened())
                .when(recognize("DISTRICT"))
                .thenRefused("conclusion-voided");
    }

    @Test
    void a_level_recognizes_once_per_period() {
        var year = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
        var ask = new Recognize("DISTRICT", OTHER_DECISION, DAY, year, RULES, null);
        var given = new Recognized(id("recognition", 2), "DISTRICT", OTHER_DECISION, DAY, year, CONCLUSION);
        dossier().given(opened(), passed(), recognized(1, "DISTRICT")).when(ask).then(given);
        var half = new Period(LocalDate.of(2020, 7, 1), LocalDate.of(2021, 6, 30));
        dossier()
                .given(opened(), passed(), recognized(1, "DISTRICT"), given)
                .when(new Recognize("DISTRICT", DECISION, DAY, half, RULES, null))
                .thenRefused("already-recognized");
        dossier()
                .given(opened(), passed(), refused("DISTRICT"))
                .when(ask)
                .then(new Recognized(id("recognition", 1), "DISTRICT", OTHER_DECISION, DAY, year, CONCLUSION));
        var backward = new Period(LocalDate.of(2020, 12, 31), LocalDate.of(2020, 1, 1));
        dossier()
                .given(opened(), passed())
                .when(new Recognize("DISTRICT", DECISION, DAY, backward, RULES, null))
                .thenRefused("period-reversed");
    }

    private static Dossier fold(DossierEvent... events) {
        var decider = new DossierDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    @Test
    void only_what_a_recognition_in_force_prints_of_people_is_told() {
        var ask = new Recognize("DISTRICT", DECISION, DAY, null, RULES, null, PRINTED);
        var given = new Recognized(id("recognition", 1), "DISTRICT", DECISION, DAY, null, CONCLUSION, PRINTED);
        var person = new Opened(entry(Subject.INDIVIDUAL, "s-1"), DAY);
        dossier().given(person, passed()).when(ask).then(given);
        dossier()
                .given(opened(), passed())
                .when(ask)
                .then(new Recognized(id("recognition", 1), "DISTRICT", DECISION, DAY, null, CONCLUSION));

        assertThat(after(person, passed()).toldDimensions().name()).isNull();
        assertThat(after(person, passed(), given).toldDimensions().name()).isEqualTo(PRINTED.title());
        assertThat(after(
                                person,
                                passed(),
                                given,
                                new RecognitionRevoked(
                                        id("recognition", 1), new Revocation("Sai", DAY, Effect.ANNULLED, null)))
                        .toldDimensions()
                        .name())
                .isNull();
    }

    private static Dossier.Known after(DossierEvent... events) {
        var decider = new DossierDecider();
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return (Dossier.Known) state;
    }
}
