package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.dossier.DossierFixture.CONCLUSION;
import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.DECISION;
import static vn.dvk.awards.domain.dossier.DossierFixture.RULES;
import static vn.dvk.awards.domain.dossier.DossierFixture.commendation;
import static vn.dvk.awards.domain.dossier.DossierFixture.dossier;
import static vn.dvk.awards.domain.dossier.DossierFixture.granted;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.paper;
import static vn.dvk.awards.domain.dossier.DossierFixture.passed;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.dossier.DossierCommand.PlaceHold;
import vn.dvk.awards.domain.dossier.DossierCommand.Recognize;
import vn.dvk.awards.domain.dossier.DossierCommand.ReleaseHold;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldPlaced;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldReleased;
import vn.dvk.awards.domain.dossier.DossierEvent.Recognized;
import vn.dvk.awards.domain.dossier.Hold.Release;

class HoldingTest {

    private static final DossierCommand PLACE = new PlaceHold(Hold.Kind.COMPLAINT, "Có đơn tố cáo", DAY);
    private static final Release RELEASE = new Release("Đơn không đúng", DAY.plusDays(20));

    @Test
    void a_hold_is_placed_once_for_one_reason() {
        dossier().given(opened()).when(PLACE).then(held());
        dossier().given(opened(), held()).when(PLACE).thenNothing();
    }

    @Test
    void several_holds_may_stand_for_several_reasons() {
        dossier()
                .given(opened(), held())
                .when(new PlaceHold(Hold.Kind.INSPECTION, "Thanh tra huyện", DAY))
                .then(new HoldPlaced(id("hold", 2), Hold.Kind.INSPECTION, "Thanh tra huyện", DAY));
    }

    @Test
    void a_withdrawn_model_needs_no_hold_but_keeps_the_way_out_of_one() {
        dossier().given(opened(), withdrawn()).when(PLACE).thenRefused("withdrawn");
        dossier().given(opened(), held(), withdrawn()).when(release(1)).then(released(1));
    }

    @Test
    void each_hold_is_released_by_itself_and_once() {
        dossier().given(opened(), held()).when(release(1)).then(released(1));
        dossier().given(opened(), held(), released(1)).when(release(1)).thenNothing();
        dossier()
                .given(opened(), held(), released(1))
                .when(new ReleaseHold(id("hold", 1), new Release("Khác", DAY.plusDays(30))))
                .thenRefused("already-released");
    }

    @Test
    void a_release_is_of_a_hold_that_was_placed_and_not_before() {
        dossier().given(opened(), held()).when(release(2)).thenRefused("hold-unknown");
        dossier()
                .given(opened(), held())
                .when(new ReleaseHold(id("hold", 1), new Release("Sớm", DAY.minusDays(1))))
                .thenRefused("date-before-previous");
        dossier().given().when(PLACE).thenRefused("not-known-yet");
    }

    @Test
    void a_hold_is_compared_with_the_day_of_the_decision() {
        var before = paper("9", DAY.minusDays(1));
        dossier().given(opened(), held()).when(grant(DECISION, null)).thenRefused("on-hold");
        dossier().given(opened(), held()).when(grant(before, null)).then(granted(1, before));
        dossier()
                .given(opened(), held(), released(1))
                .when(grant(DECISION, null))
                .thenRefused("on-hold");
        dossier()
                .given(opened(), passed(), held())
                .when(new Recognize("DISTRICT", before, DAY, null, RULES, null))
                .then(new Recognized(id("recognition", 1), "DISTRICT", before, DAY, null, CONCLUSION));
    }

    @Test
    void what_its_unit_or_recipient_waits_for_the_model_waits_for() {
        dossier().given(opened()).when(grant(DECISION, "HNA-KB")).thenRefused("held-with-others");
        dossier()
                .given(opened(), passed())
                .when(new Recognize("DISTRICT", DECISION, DAY, null, RULES, "HNA-KB"))
                .thenRefused("held-with-others");
    }

    private static DossierCommand grant(DecisionPaper decision, @Nullable String heldBy) {
        return new DossierCommand.GrantAward(
                commendation(decision), List.of(), "Huyện Kim Bảng", Map.of(), DossierFixture.STRICT, heldBy);
    }

    private static DossierCommand release(int nth) {
        return new ReleaseHold(id("hold", nth), RELEASE);
    }

    private static DossierEvent released(int nth) {
        return new HoldReleased(id("hold", nth), RELEASE);
    }
}
