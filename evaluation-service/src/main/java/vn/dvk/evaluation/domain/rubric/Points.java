package vn.dvk.evaluation.domain.rubric;

import java.math.BigDecimal;
import java.util.Collection;

/** Arithmetic with points that people can redo on paper: two decimals, added exactly. */
final class Points {

    private static final int DECIMALS = 2;

    private Points() {}

    static double sum(Collection<Double> points) {
        return points.stream()
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    static boolean hasTooManyDecimals(double points) {
        return BigDecimal.valueOf(points).stripTrailingZeros().scale() > DECIMALS;
    }

    /** As people write it: 25, not 25.0. */
    static String text(double points) {
        return BigDecimal.valueOf(points).stripTrailingZeros().toPlainString();
    }
}
