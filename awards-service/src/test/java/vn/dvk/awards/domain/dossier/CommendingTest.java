package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.OTHER_DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.commendation;
import static vn.dvk.awards.domain.dossier.DossierFixture.dossier;
import static vn.dvk.awards.domain.dossier.DossierFixture.entry;
import static vn.dvk.awards.domain.dossier.DossierFixture.failed;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.paper;
import static vn.dvk.awards.domain.dossier.DossierFixture.refused;
import static vn.dvk.awards.domain.dossier.DossierFixture.revocation;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.AwardForm;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.Level;
import vn.dvk.awards.domain.Person;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.Track;
import vn.dvk.awards.domain.dossier.DossierCommand.GrantAward;
import vn.dvk.awards.domain.dossier.DossierCommand.RevokeAward;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardGranted;
import vn.dvk.awards.domain.dossier.DossierEvent.AwardRevoked;
import vn.dvk.awards.domain.dossier.DossierEvent.Opened;

class CommendingTest {

    private static final String UNIT = "Huyện Kim Bảng";

    @Test
    void an_award_needs_no_recognition_and_implies_none() {
        dossier().given(opened()).when(grant(DECISION)).then(granted(1, DECISION));
        dossier()
                .given(opened(), failed(), refused(Level.DISTRICT))
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
        var state = new Commendation(AwardForm.BANG_KHEN, Track.STATE, OTHER_DECISION, DAY, null, null, null);
        dossier()
                .given(opened(), granted(1, DECISION))
                .when(new GrantAward(state, UNIT))
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
        var free = new Commendation(AwardForm.GIAY_KHEN, Track.PARTY, DECISION, DAY, null, null, 0L);
        dossier()
                .given(opened())
                .when(new GrantAward(free, UNIT))
                .then(new AwardGranted(id("award", 1), free, new Recipient(UNIT, null, "HNA-KB")));
    }

    @Test
    void the_decision_is_there_on_the_day_and_the_period_runs_forward() {
        dossier().given(opened()).when(grant(paper("9", DAY.plusDays(1)))).thenRefused("decision-later-than-day");
        var backward = new Commendation.Period(LocalDate.of(2020, 12, 31), LocalDate.of(2015, 1, 1));
        dossier()
                .given(opened())
                .when(new GrantAward(
                        new Commendation(AwardForm.GIAY_KHEN, Track.PARTY, DECISION, DAY, null, backward, null), UNIT))
                .thenRefused("period-reversed");
    }

    @Test
    void nothing_is_commended_before_it_was_registered() {
        var before = LocalDate.of(2015, 5, 31);
        var early = new Commendation(AwardForm.GIAY_KHEN, Track.PARTY, paper("1", before), before, null, null, null);
        dossier().given(opened()).when(new GrantAward(early, UNIT)).thenRefused("date-before-previous");
    }

    @Test
    void a_person_receives_it_by_name_and_post() {
        var person = new Person("Trần Thị Mai Hoa", "Công chức Văn phòng");
        receives(entry(Subject.INDIVIDUAL, person), UNIT, new Recipient(person.name(), person.post(), "HNA-KB"));
    }

    @Test
    void a_collective_receives_it_by_the_name_of_its_unit_on_the_day() {
        receives(entry(), UNIT, new Recipient(UNIT, null, "HNA-KB"));
    }

    @Test
    void a_household_or_a_unit_not_heard_of_receives_it_by_the_name_of_the_model() {
        var name = entry().dimensions().name();
        receives(entry(Subject.HOUSEHOLD, null), UNIT, new Recipient(name, null, "HNA-KB"));
        receives(entry(), null, new Recipient(name, null, "HNA-KB"));
    }

    private static void receives(Entry entry, @Nullable String unitName, Recipient recipient) {
        dossier()
                .given(new Opened(entry, DAY))
                .when(new GrantAward(commendation(DECISION), unitName))
                .then(new AwardGranted(id("award", 1), commendation(DECISION), recipient));
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
        return new GrantAward(commendation(decision), UNIT);
    }

    private static DossierCommand money(long amount) {
        return new GrantAward(
                new Commendation(AwardForm.GIAY_KHEN, Track.PARTY, DECISION, DAY, null, null, amount), UNIT);
    }

    private static DossierEvent granted(int nth, DecisionPaper decision) {
        return new AwardGranted(id("award", nth), commendation(decision), new Recipient(UNIT, null, "HNA-KB"));
    }
}
