package vn.dvk.awards.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvk.awards.domain.dossier.DossierFixture.CONCLUSION;
import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.OTHER_DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.PRINTED;
import static vn.dvk.awards.domain.dossier.DossierFixture.commendation;
import static vn.dvk.awards.domain.dossier.DossierFixture.content;
import static vn.dvk.awards.domain.dossier.DossierFixture.dossier;
import static vn.dvk.awards.domain.dossier.DossierFixture.entry;
import static vn.dvk.awards.domain.dossier.DossierFixture.failed;
import static vn.dvk.awards.domain.dossier.DossierFixture.granted;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.paper;
import static vn.dvk.awards.domain.dossier.DossierFixture.refused;
import static vn.dvk.awards.domain.dossier.DossierFixture.revocation;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.Change;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.Period;
import vn.dvk.awards.domain.Printed;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Award.Content;
import vn.dvk.awards.domain.dossier.DossierCommand.CorrectAward;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeAward;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardCorrected;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Opened;
import vn.dvk.awards.domain.dossier.DossierEvent.RecognitionRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;

class CommendingTest {

    private static final String UNIT = "Huyện Kim Bảng";

    @Test
    void an_award_needs_no_recognition_and_implies_none() {
        dossier().given(opened()).when(grant(DECISION)).then(granted(1, DECISION));
        dossier()
                .given(opened(), failed(), refused("DISTRICT"))
                .when(grant(DECISION))
                .then(granted(1, DECISION));
    }

    @Test
    void one_achievement_earns_one_form() {
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(grant(OTHER_DECISION))
                .thenRefused("one-achievement-one-form");
    }

    @Test
    void the_other_track_is_no_way_around_it() {
        var state = new Commendation("BANG_KHEN", "STATE", OTHER_DECISION, DAY, null, null, null, null, null, null);
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(grant(state, UNIT))
                .thenRefused("one-achievement-one-form");
    }

    @Test
    void the_same_award_again_is_nothing_new() {
        dossier().given(opened(), granted(1, DECISION)).when(grant(DECISION)).thenNothing();
    }

    @Test
    void the_same_decision_with_another_amount_is_not_the_same_award() {
        dossier().given(opened(), granted(1, DECISION)).when(money(5L)).thenRefused("one-achievement-one-form");
    }

    @Test
    void after_a_revocation_another_form_may_be_given() {
        dossier()
                .given(opened(), granted(1, DECISION), new AwardRevoked(id("award", 1), revocation()))
                .when(grant(OTHER_DECISION))
                .then(granted(2, OTHER_DECISION));
    }

    @Test
    void nothing_is_commended_while_a_hold_stands_or_after_a_withdrawal() {
        dossier().given(opened(), held()).when(grant(DECISION)).thenRefused("on-hold");
        dossier().given(opened(), withdrawn()).when(grant(DECISION)).thenRefused("withdrawn");
        dossier().given().when(grant(DECISION)).thenRefused("not-known-yet");
    }

    @Test
    void money_is_never_negative_and_may_be_nothing() {
        dossier().given(opened()).when(money(-1L)).thenRefused("amount-negative");
        var free = new Commendation("GIAY_KHEN", "PARTY", DECISION, DAY, null, null, 0L, "Quy chế", null, null);
        dossier().given(opened()).when(grant(free, UNIT)).then(new AwardGranted(id("award", 1), content(free)));
    }

    @Test
    void the_decision_is_there_on_the_day_and_the_period_runs_forward() {
        dossier().given(opened()).when(grant(paper("9", DAY.plusDays(1)))).thenRefused("decision-later-than-day");
        var backward = new Period(LocalDate.of(2020, 12, 31), LocalDate.of(2015, 1, 1));
        dossier()
                .given(opened())
                .when(grant(
                        new Commendation("GIAY_KHEN", "PARTY", DECISION, DAY, null, backward, null, null, null, null),
                        UNIT))
                .thenRefused("period-reversed");
    }

    @Test
    void nothing_is_commended_before_it_was_registered() {
        var before = LocalDate.of(2015, 5, 31);
        var early =
                new Commendation("GIAY_KHEN", "PARTY", paper("1", before), before, null, null, null, null, null, null);
        dossier().given(opened()).when(grant(early, UNIT)).thenRefused("date-before-previous");
    }

    @Test
    void a_person_or_a_households_head_receives_it_as_the_decision_prints_them() {
        var printed = new Printed("Hoàng Văn Bảy", null, null);
        for (var subject : new Subject[] {Subject.HOUSEHOLD, Subject.INDIVIDUAL}) {
            dossier()
                    .given(new Opened(entry(subject, "s-1"), DAY))
                    .when(printing(printed))
                    .then(new AwardGranted(
                            id("award", 1),
                            new Content(
                                    commendation(DECISION),
                                    List.of(new Recipient("Hoàng Văn Bảy", null, "HNA-KB", "s-1")))));
        }
        receives(entry(), UNIT, new Recipient(UNIT, null, "HNA-KB", null));
    }

    @Test
    void whom_a_recognition_has_printed_needs_no_naming_while_it_is_in_force() {
        var recognized = new Recognized(id("recognition", 1), "DISTRICT", DECISION, DAY, null, CONCLUSION, PRINTED);
        dossier()
                .given(new Opened(entry(Subject.INDIVIDUAL, "s-1"), DAY), recognized)
                .when(grant(DECISION))
                .then(new AwardGranted(
                        id("award", 1),
                        new Content(
                                commendation(DECISION),
                                List.of(new Recipient(PRINTED.name(), PRINTED.post(), "HNA-KB", "s-1")))));
        dossier()
                .given(
                        new Opened(entry(Subject.INDIVIDUAL, "s-1"), DAY),
                        recognized,
                        new RecognitionRevoked(id("recognition", 1), new Revocation("Sai", DAY, Effect.ANNULLED, null)))
                .when(grant(DECISION))
                .thenRefused("recipient-needed");
    }

    @Test
    void one_achievement_is_told_by_the_subject_however_its_name_is_spelled() {
        dossier()
                .given(
                        new Opened(entry(Subject.INDIVIDUAL, "s-1"), DAY),
                        new AwardGranted(
                                id("award", 1),
                                new Content(
                                        commendation(DECISION),
                                        List.of(new Recipient("Trần T. Mai Hoa", null, "HNA-KB-13", "s-1")))))
                .when(new GrantAward(
                        commendation(OTHER_DECISION), List.of(), UNIT, Map.of(), DossierFixture.STRICT, null, PRINTED))
                .thenRefused("one-achievement-one-form");
    }

    private static GrantAward printing(Printed printed) {
        return new GrantAward(commendation(DECISION), List.of(), UNIT, Map.of(), DossierFixture.STRICT, null, printed);
    }

    @Test
    void where_nobody_is_known_the_caller_names_the_recipient() {
        for (var subject : new Subject[] {Subject.HOUSEHOLD, Subject.INDIVIDUAL}) {
            var nobody = dossier().given(new Opened(entry(subject, "s-1"), DAY));
            var why = nobody.when(grant(DECISION)).thenRefused("recipient-needed");
            assertThat(why.faults()).extracting("field").containsExactly("recipients");
            var named = new Recipient("Hoàng Văn Bảy", null, "HNA-KB", "s-1");
            var asked = new Recipient("Hoàng Văn Bảy", null, "HNA-KB", null);
            nobody.when(new GrantAward(
                            commendation(DECISION), List.of(asked), UNIT, Map.of(), DossierFixture.STRICT, null))
                    .then(new AwardGranted(id("award", 1), new Content(commendation(DECISION), List.of(named))));
        }
    }

    @Test
    void a_collective_receives_it_by_the_name_of_its_unit_on_the_day() {
        receives(entry(), UNIT, new Recipient(UNIT, null, "HNA-KB", null));
        receives(entry(Subject.COLLECTIVE, "s-2"), UNIT, new Recipient(UNIT, null, "HNA-KB", "s-2"));
    }

    @Test
    void a_unit_not_heard_of_receives_it_by_the_name_of_the_model() {
        receives(
                entry(), null, new Recipient(String.valueOf(entry().dimensions().name()), null, "HNA-KB", null));
    }

    @Test
    void whoever_is_named_belongs_to_a_unit_there_is() {
        var why = dossier()
                .given(opened())
                .when(new GrantAward(
                        commendation(DECISION),
                        List.of(new Recipient("Hoàng Văn Bảy", null, "X", null)),
                        UNIT,
                        Map.of("recipients[0].unit", "X"),
                        DossierFixture.STRICT,
                        null))
                .thenRefused("unit-unknown");
        assertThat(why.faults()).extracting("field").containsExactly("recipients[0].unit");
    }

    private static void receives(Entry entry, @Nullable String unitName, Recipient recipient) {
        dossier()
                .given(new Opened(entry, DAY))
                .when(grant(commendation(DECISION), unitName))
                .then(new AwardGranted(id("award", 1), new Content(commendation(DECISION), List.of(recipient))));
    }

    @Test
    void another_period_is_another_achievement() {
        var first = during("PARTY", new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2017, 12, 31)));
        var next = during("PARTY", new Period(LocalDate.of(2018, 1, 1), LocalDate.of(2020, 6, 30)));
        var overlapping = during("PARTY", new Period(LocalDate.of(2017, 12, 31), LocalDate.of(2020, 6, 30)));
        var given = dossier().given(opened(), new AwardGranted(id("award", 1), content(first)));
        given.when(grant(next, UNIT)).then(new AwardGranted(id("award", 2), content(next)));
        given.when(grant(overlapping, UNIT)).thenRefused("one-achievement-one-form");
        given.when(grant(OTHER_DECISION)).thenRefused("one-achievement-one-form");
    }

    @Test
    void another_recipient_earns_his_own_form() {
        var person = new Recipient("Trần Thị Mai Hoa", null, "HNA-KB", "s-1");
        var named = new GrantAward(
                commendation(OTHER_DECISION), List.of(person), UNIT, Map.of(), DossierFixture.STRICT, null);
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(named)
                .then(new AwardGranted(id("award", 2), new Content(commendation(OTHER_DECISION), List.of(person))));
        dossier()
                .given(opened(), new AwardGranted(id("award", 1), new Content(commendation(DECISION), List.of(person))))
                .when(named)
                .thenRefused("one-achievement-one-form");
    }

    @Test
    void an_installation_may_let_each_track_give_its_own() {
        var loose = new GivingRules(SeveralForms.ONE_PER_TRACK, Amounts.NONE, DossierFixture.WORDS);
        var state = during("STATE", null);
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(new GrantAward(state, List.of(), UNIT, Map.of(), loose, null))
                .then(new AwardGranted(id("award", 2), content(state)));
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(new GrantAward(commendation(OTHER_DECISION), List.of(), UNIT, Map.of(), loose, null))
                .thenRefused("one-achievement-one-form");
    }

    @Test
    void money_follows_from_the_tables_of_the_day_or_is_left_empty() {
        var salary = new Amounts.BaseSalary(LocalDate.of(2019, 7, 1), LocalDate.of(2023, 6, 30), 1_490_000, "NĐ 38");
        var factor = new Amounts.Coefficient(
                "GIAY_KHEN",
                "PARTY",
                Subject.COLLECTIVE,
                null,
                LocalDate.of(2015, 10, 29),
                null,
                new BigDecimal("0.6"),
                "HD 56");
        var untyped = during("PARTY", null);
        var priced = new Commendation(
                "GIAY_KHEN",
                "PARTY",
                OTHER_DECISION,
                DAY,
                null,
                null,
                894_000L,
                "0.6 × 1490000 đ (HD 56; NĐ 38)",
                null,
                null);
        var rules = new GivingRules(
                SeveralForms.NEVER, new Amounts(List.of(salary), List.of(factor)), DossierFixture.WORDS);
        var ask = new GrantAward(untyped, List.of(), UNIT, Map.of(), rules, null);
        dossier().given(opened()).when(ask).then(new AwardGranted(id("award", 1), content(priced)));
        dossier()
                .given(opened(), new AwardGranted(id("award", 1), content(priced)))
                .when(ask)
                .thenNothing();
        assertThat(priced.incomplete()).isEmpty();

        for (var missing : List.of(new Amounts(List.of(), List.of(factor)), new Amounts(List.of(salary), List.of()))) {
            dossier()
                    .given(opened())
                    .when(new GrantAward(
                            untyped,
                            List.of(),
                            UNIT,
                            Map.of(),
                            new GivingRules(SeveralForms.NEVER, missing, DossierFixture.WORDS),
                            null))
                    .then(new AwardGranted(id("award", 1), content(untyped)));
        }
        assertThat(untyped.incomplete()).containsExactly("amount");
    }

    @Test
    void an_award_that_read_wrongly_is_corrected_with_what_it_was() {
        var now = new Commendation(
                "BANG_KHEN", "STATE", OTHER_DECISION, DAY, null, null, 500_000L, "Quyết định 88", null, null);
        var correct = correct("BANG_KHEN", "STATE", OTHER_DECISION, 500_000L, "Quyết định 88");
        var corrected = new AwardCorrected(
                id("award", 1), content(commendation(DECISION)), content(now), "Nhập nhầm", DAY.plusDays(5));
        dossier().given(opened(), granted(1, DECISION)).when(correct).then(corrected);
        dossier().given(opened(), granted(1, DECISION), corrected).when(correct).thenRefused("nothing-to-correct");
        assertThat(Content.changes(content(commendation(DECISION)), content(now)))
                .extracting(Change::field)
                .containsExactly("form", "track", "decision", "amount", "amountBasis");
    }

    @Test
    void a_correction_keeps_the_rules_and_is_of_an_award_that_stands() {
        var correct = correct(null, null, null, -1L, null);
        dossier().given(opened(), granted(1, DECISION)).when(correct).thenRefused("amount-negative");
        dossier().given(opened()).when(correct).thenRefused("award-unknown");
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(correct(null, null, null, 500_000L, null))
                .thenRefused("amount-basis-needed");
        dossier()
                .given(opened(), granted(1, DECISION), new AwardRevoked(id("award", 1), revocation()))
                .when(correct)
                .thenRefused("already-revoked");
        var later = paper("9", DAY.plusDays(1));
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(correct(null, null, later, null, null))
                .thenRefused("decision-later-than-day");
    }

    private static CorrectAward correct(
            @Nullable String form,
            @Nullable String track,
            @Nullable DecisionPaper decision,
            @Nullable Long amount,
            @Nullable String basis) {
        return new CorrectAward(
                id("award", 1),
                new AwardCorrection(
                        form,
                        track,
                        decision,
                        null,
                        null,
                        null,
                        amount,
                        basis,
                        null,
                        null,
                        List.of(),
                        "Nhập nhầm",
                        DAY.plusDays(5)),
                Map.of(),
                DossierFixture.STRICT,
                null);
    }

    @Test
    void a_correction_by_another_decision_or_for_others_looks_at_holds() {
        var hold = new DossierEvent.HoldPlaced("h-1", Hold.Kind.COMPLAINT, "Có đơn", DAY);
        var otherDecision = correct(null, null, OTHER_DECISION, null, null);
        var otherAmount = correct(null, null, null, 500_000L, "Quyết định 88");
        dossier()
                .given(opened(), granted(1, DECISION), hold)
                .when(otherDecision)
                .thenRefused("on-hold");
        dossier()
                .given(opened(), granted(1, DECISION), hold)
                .when(otherAmount)
                .then(new AwardCorrected(
                        id("award", 1),
                        content(commendation(DECISION)),
                        content(priced("PARTY", "GIAY_KHEN", DECISION, 500_000L, "Quyết định 88")),
                        "Nhập nhầm",
                        DAY.plusDays(5)));
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(new CorrectAward(
                        otherDecision.award(), otherDecision.correction(), Map.of(), DossierFixture.STRICT, "HNA-KB"))
                .thenRefused("held-with-others");
    }

    @Test
    void a_corrected_form_is_priced_anew_unless_the_amount_was_typed() {
        var salary = new Amounts.BaseSalary(LocalDate.of(2019, 7, 1), LocalDate.of(2023, 6, 30), 1_490_000, "NĐ 38");
        var rules = new GivingRules(
                SeveralForms.NEVER,
                new Amounts(List.of(salary), List.of(factor("GIAY_KHEN", "0.6"), factor("BANG_KHEN", "1.5"))),
                DossierFixture.WORDS);
        var ofTables = priced("PARTY", "GIAY_KHEN", DECISION, 894_000L, "0.6 × 1490000 đ (HD 56; NĐ 38)");
        var correct = correct("BANG_KHEN", null, null, null, null);
        var anew = new CorrectAward(correct.award(), correct.correction(), Map.of(), rules, null);
        dossier()
                .given(opened(), new AwardGranted(id("award", 1), content(ofTables)))
                .when(anew)
                .then(corrected(
                        ofTables,
                        priced("PARTY", "BANG_KHEN", DECISION, 2_235_000L, "1.5 × 1490000 đ (HD 56; NĐ 38)")));

        var without = new CorrectAward(correct.award(), correct.correction(), Map.of(), DossierFixture.STRICT, null);
        var unpriced = priced("PARTY", "BANG_KHEN", DECISION, null, null);
        dossier()
                .given(opened(), new AwardGranted(id("award", 1), content(ofTables)))
                .when(without)
                .then(corrected(ofTables, unpriced));
        assertThat(unpriced.incomplete()).containsExactly("amount");

        var typed = priced("PARTY", "GIAY_KHEN", DECISION, 500_000L, "Quyết định 88");
        dossier()
                .given(opened(), new AwardGranted(id("award", 1), content(typed)))
                .when(anew)
                .then(corrected(typed, priced("PARTY", "BANG_KHEN", DECISION, 500_000L, "Quyết định 88")));
    }

    private static AwardCorrected corrected(Commendation was, Commendation now) {
        return new AwardCorrected(id("award", 1), content(was), content(now), "Nhập nhầm", DAY.plusDays(5));
    }

    private static Amounts.Coefficient factor(String form, String factor) {
        return new Amounts.Coefficient(
                form,
                "PARTY",
                Subject.COLLECTIVE,
                null,
                LocalDate.of(2015, 10, 29),
                null,
                new BigDecimal(factor),
                "HD 56");
    }

    private static Commendation priced(
            String track, String form, DecisionPaper decision, @Nullable Long amount, @Nullable String basis) {
        return new Commendation(form, track, decision, DAY, null, null, amount, basis, null, null);
    }

    @Test
    void a_collective_that_was_transferred_since_receives_it_as_the_unit_that_led_it_then() {
        var moved = new DossierEvent.Amended(DossierFixture.entryAt("HNA-PL"), DAY.plusMonths(1), null);
        dossier()
                .given(opened(), moved)
                .when(grant(commendation(DECISION), UNIT))
                .then(granted(1, DECISION));
    }

    @Test
    void form_and_track_are_terms_of_the_day_of_the_award() {
        for (var wrong : List.of(written("THU_KHEN", "PARTY", DAY), written("GIAY_KHEN", "CHURCH", DAY))) {
            dossier().given(opened()).when(grant(wrong, UNIT)).thenRefused("term-unknown");
        }
        var last = LocalDate.of(2019, 12, 31);
        dossier()
                .given(opened())
                .when(grant(written("CO_LUAN_LUU", "PARTY", last), UNIT))
                .then(new AwardGranted(
                        id("award", 1),
                        new Content(
                                written("CO_LUAN_LUU", "PARTY", last),
                                List.of(new Recipient(UNIT, null, "HNA-KB", null)))));
        dossier()
                .given(opened())
                .when(grant(written("CO_LUAN_LUU", "PARTY", last.plusDays(1)), UNIT))
                .thenRefused("term-not-in-force");
    }

    @Test
    void a_form_of_one_track_is_given_in_no_other() {
        dossier()
                .given(opened())
                .when(grant(written("KY_NIEM_CHUONG", "STATE", DAY), UNIT))
                .thenRefused("form-of-one-track");
        dossier()
                .given(opened())
                .when(grant(written("KY_NIEM_CHUONG", "PARTY", DAY), UNIT))
                .then(new AwardGranted(
                        id("award", 1),
                        new Content(
                                written("KY_NIEM_CHUONG", "PARTY", DAY),
                                List.of(new Recipient(UNIT, null, "HNA-KB", null)))));
    }

    private static Commendation written(String form, String track, LocalDate on) {
        return new Commendation(form, track, paper("7-QĐ/ĐU", on), on, null, null, null, null, null, null);
    }

    private static Commendation during(String track, @Nullable Period period) {
        return new Commendation("GIAY_KHEN", track, OTHER_DECISION, DAY, null, period, null, null, null, null);
    }

    private static GrantAward grant(Commendation asked, @Nullable String unitName) {
        return new GrantAward(asked, List.of(), unitName, Map.of(), DossierFixture.STRICT, null);
    }

    @Test
    void an_award_is_revoked_once_with_a_reason_even_after_a_withdrawal() {
        var revoke = new RevokeAward(id("award", 1), revocation());
        var revoked = new AwardRevoked(id("award", 1), revocation());
        dossier().given(opened(), granted(1, DECISION)).when(revoke).then(revoked);
        dossier()
                .given(opened(), granted(1, DECISION), withdrawn())
                .when(revoke)
                .then(revoked);
        dossier().given(opened(), granted(1, DECISION), revoked).when(revoke).thenNothing();
        dossier()
                .given(opened(), granted(1, DECISION), revoked)
                .when(new RevokeAward(id("award", 1), new Revocation("Khác", DAY.plusYears(1), Effect.ENDED, null)))
                .thenRefused("already-revoked");
    }

    @Test
    void a_revocation_is_of_something_given_and_not_before_it_was() {
        var given = dossier().given(opened(), granted(1, DECISION));
        given.when(new RevokeAward("khác", revocation())).thenRefused("award-unknown");
        given.when(new RevokeAward(id("award", 1), new Revocation("Sớm", DAY.minusDays(1), Effect.ENDED, null)))
                .thenRefused("date-before-previous");
    }

    private static DossierCommand grant(DecisionPaper decision) {
        return grant(commendation(decision), UNIT);
    }

    private static DossierCommand money(long amount) {
        return grant(new Commendation("GIAY_KHEN", "PARTY", DECISION, DAY, null, null, amount, null, null, null), UNIT);
    }
}
