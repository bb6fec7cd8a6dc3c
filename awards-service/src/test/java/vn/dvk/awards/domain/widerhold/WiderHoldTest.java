package vn.dvk.awards.domain.widerhold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand.Place;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand.Release;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent.HoldPlaced;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent.HoldReleased;
import vn.dvk.spec.Specification;

class WiderHoldTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 1);
    private static final HoldTarget UNIT = new HoldTarget(HoldTarget.Type.UNIT, "HNA-KB");
    private static final HoldTarget SUBJECT = new HoldTarget(HoldTarget.Type.SUBJECT, "s-1");
    private static final Hold.Release RELEASE = new Hold.Release("Không có vi phạm", DAY.plusMonths(1));

    private final Specification<WiderHoldCommand, WiderHold, WiderHoldEvent> hold =
            Specification.of(new WiderHoldDecider());

    @Test
    void a_unit_there_is_or_a_subject_is_put_on_hold_once() {
        hold.given().when(place(UNIT, true)).then(placed(UNIT));
        hold.given().when(place(SUBJECT, false)).then(placed(SUBJECT));
        hold.given(placed(UNIT)).when(place(UNIT, true)).thenNothing();
        hold.given(placed(UNIT)).when(place(SUBJECT, true)).thenRefused("key-reused");
        var unknown = hold.given().when(place(UNIT, false)).thenRefused("unit-unknown");
        assertThat(unknown.faults()).extracting("field").containsExactly("unit");
    }

    @Test
    void it_is_released_once_and_not_before_it_was_placed() {
        hold.given(placed(UNIT)).when(new Release("h-1", RELEASE)).then(new HoldReleased(RELEASE));
        hold.given(placed(UNIT), new HoldReleased(RELEASE))
                .when(new Release("h-1", RELEASE))
                .thenNothing();
        hold.given(placed(UNIT), new HoldReleased(RELEASE))
                .when(new Release("h-1", new Hold.Release("Khác", DAY)))
                .thenRefused("already-released");
        hold.given(placed(UNIT))
                .when(new Release("h-1", new Hold.Release("Sớm", DAY.minusDays(1))))
                .thenRefused("date-before-previous");
        hold.given().when(new Release("h-1", RELEASE)).thenRefused("hold-unknown");
    }

    @Test
    void it_is_in_the_way_from_its_first_day_to_the_one_before_its_release() {
        var standing = new Hold("h-1", Hold.Kind.DISCIPLINE, "Lý do", DAY, null);
        assertThat(standing.isInForceOn(DAY.minusDays(1))).isFalse();
        assertThat(standing.isInForceOn(DAY)).isTrue();
        var released = standing.released(RELEASE);
        assertThat(released.isInForceOn(RELEASE.on().minusDays(1))).isTrue();
        assertThat(released.isInForceOn(RELEASE.on())).isFalse();
    }

    private static WiderHoldCommand place(HoldTarget target, boolean unitIsKnown) {
        return new Place("h-1", target, Hold.Kind.DISCIPLINE, "Lý do", DAY, unitIsKnown);
    }

    private static WiderHoldEvent placed(HoldTarget target) {
        return new HoldPlaced("h-1", target, Hold.Kind.DISCIPLINE, "Lý do", DAY);
    }
}
