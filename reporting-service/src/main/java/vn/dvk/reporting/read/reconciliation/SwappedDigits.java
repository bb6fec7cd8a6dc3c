package vn.dvk.reporting.read.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Two neighbouring digits written the wrong way round: the commonest slip in typed figures. */
final class SwappedDigits {

    private static final BigDecimal NINE = BigDecimal.valueOf(9);

    private SwappedDigits() {}

    /** All figures that come of exchanging two unequal neighbouring digits; none for what is not a whole number. */
    static List<BigDecimal> swaps(BigDecimal figure) {
        var swapped = new ArrayList<BigDecimal>();
        if (figure.signum() <= 0 || figure.stripTrailingZeros().scale() > 0) {
            return swapped;
        }
        var digits = figure.toBigInteger().toString();
        for (var i = 0; i + 1 < digits.length(); i++) {
            var left = digits.charAt(i);
            var right = digits.charAt(i + 1);
            if (left != right && !(i == 0 && right == '0')) {
                swapped.add(new BigDecimal(digits.substring(0, i) + right + left + digits.substring(i + 2)));
            }
        }
        return swapped;
    }

    static boolean isSwapOf(BigDecimal claimed, BigDecimal counted) {
        return claimed.subtract(counted).remainder(NINE).signum() == 0
                && swaps(claimed).stream()
                                .filter(one -> one.compareTo(counted) == 0)
                                .count()
                        == 1;
    }
}
