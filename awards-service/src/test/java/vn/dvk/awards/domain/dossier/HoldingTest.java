package vn.dvk.awards.domain.dossier;

import static vn.dvk.awards.domain.dossier.DossierFixture.DAY;
import static vn.dvk.awards.domain.dossier.DossierFixture.dossier;
import static vn.dvk.awards.domain.dossier.DossierFixture.held;
import static vn.dvk.awards.domain.dossier.DossierFixture.id;
import static vn.dvk.awards.domain.dossier.DossierFixture.opened;
import static vn.dvk.awards.domain.dossier.DossierFixture.withdrawn;

import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.dossier.DossierCommand.PlaceHold;
import vn.dvk.awards.domain.dossier.DossierCommand.ReleaseHold;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldPlaced;
import vn.dvk.awards.domain.dossier.DossierEvent.HoldReleased;
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

    private static DossierCommand release(int nth) {
        return new ReleaseHold(id("hold", nth), RELEASE);
    }

    private static DossierEvent released(int nth) {
        return new HoldReleased(id("hold", nth), RELEASE);
    }
}
