package vn.dvk.reporting.read.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.read.reconciliation.Equations.Swap;

class EquationsTest {

    /** Nghệ An, first half of 2024, as published. */
    private final Equations nghean = new Equations(Map.of(
            "N08", number(4494),
            "N09", number(3729),
            "N10", number(765),
            "N11", number(1212),
            "N12", number(2298),
            "N13", number(486),
            "N14", number(507)));

    @Test
    void theFourFieldsOfNgheAnDoNotAddUpAndOneSwapWouldCloseIt() {
        var checked = nghean.check(new Claim.Equation("R02", List.of("N11", "N12", "N13", "N14"), "N08", null));

        assertThat(checked.left()).isEqualByComparingTo("4503");
        assertThat(checked.right()).isEqualByComparingTo("4494");
        assertThat(checked.holds()).isFalse();
        assertThat(checked.swap()).isEqualTo(new Swap("N12", number(2298), number(2289)));
    }

    @Test
    void collectivesAndIndividualsAddUp() {
        var checked = nghean.check(new Claim.Equation("R01", List.of("N09", "N10"), "N08", null));

        assertThat(checked.holds()).isTrue();
        assertThat(checked.swap()).isNull();
    }

    @Test
    void aNumberMayStandOnTheRight() {
        assertThat(nghean.check(new Claim.Equation("x", List.of("N09", "N10"), 4494, null))
                        .holds())
                .isTrue();
    }

    @Test
    void atMostAllowsLessAndNotMore() {
        assertThat(nghean.check(new Claim.Equation("x", List.of("N10"), null, "N08"))
                        .holds())
                .isTrue();
        assertThat(nghean.check(new Claim.Equation("x", List.of("N08", "N10"), null, "N08"))
                        .holds())
                .isFalse();
    }

    @Test
    void aFigureWithoutAValueCannotBeAddedUp() {
        var checked = nghean.check(new Claim.Equation("x", List.of("N09", "absent"), "N08", null));

        assertThat(checked.checkable()).isFalse();
        assertThat(checked.left()).isNull();
    }

    @Test
    void whereSeveralSwapsWouldDoNoneIsNamed() {
        var twice = new Equations(Map.of("a", number(21), "b", number(21), "sum", number(33)));

        assertThat(twice.check(new Claim.Equation("x", List.of("a", "b"), "sum", null))
                        .swap())
                .isNull();
    }

    @Test
    void aSwapIsOfUnequalNeighboursAndLeavesNoLeadingZero() {
        assertThat(SwappedDigits.swaps(number(1102))).containsExactly(number(1012), number(1120));
        assertThat(SwappedDigits.swaps(number(207))).containsExactly(number(270));
        assertThat(SwappedDigits.swaps(new BigDecimal("2.5"))).isEmpty();
        assertThat(SwappedDigits.isSwapOf(number(2298), number(2289))).isTrue();
        assertThat(SwappedDigits.isSwapOf(number(2298), number(2307)))
                .as("divisible by 9, but no swap")
                .isFalse();
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
