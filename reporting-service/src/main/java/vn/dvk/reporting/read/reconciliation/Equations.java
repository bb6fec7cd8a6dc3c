package vn.dvk.reporting.read.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether published figures add up among themselves; no registry is asked. */
final class Equations {

    /** What an equation says of its two sides. */
    enum Relation {
        EQUALS,
        AT_MOST
    }

    /** @param swap the only exchange of two neighbouring digits, in one of the summed figures, that would close it */
    record Checked(
            Relation relation,
            @Nullable BigDecimal left,
            @Nullable BigDecimal right,
            @Nullable Swap swap) {

        boolean checkable() {
            return left != null && right != null;
        }

        boolean holds() {
            if (left == null || right == null) {
                return false;
            }
            return relation == Relation.EQUALS ? left.compareTo(right) == 0 : left.compareTo(right) <= 0;
        }
    }

    record Swap(String figure, BigDecimal from, BigDecimal to) {}

    private final Map<String, BigDecimal> claimed;

    /** @param claimed figures by id; one without a value is absent */
    Equations(Map<String, BigDecimal> claimed) {
        this.claimed = Map.copyOf(claimed);
    }

    Checked check(Claim.Equation equation) {
        var relation = equation.equals() == null ? Relation.AT_MOST : Relation.EQUALS;
        var bound = equation.equals() == null ? equation.atMost() : equation.equals();
        var checked = new Checked(relation, sum(equation.sum()), number(bound), null);
        var left = checked.left();
        var right = checked.right();
        return left == null || right == null || checked.holds() || relation == Relation.AT_MOST
                ? checked
                : new Checked(relation, left, right, onlySwap(equation.sum(), left.subtract(right)));
    }

    private @Nullable BigDecimal sum(List<String> ids) {
        var sum = BigDecimal.ZERO;
        for (var id : ids) {
            var figure = claimed.get(id);
            if (figure == null) {
                return null;
            }
            sum = sum.add(figure);
        }
        return sum;
    }

    private @Nullable BigDecimal number(@Nullable Object bound) {
        return switch (bound) {
            case String id -> claimed.get(id);
            case Number number -> figure(number.toString());
            case null, default -> null;
        };
    }

    /** Nothing that anybody publishes is longer; a number of a million digits would take minutes to reckon with. */
    private static @Nullable BigDecimal figure(String text) {
        if (text.length() > 40) {
            return null;
        }
        try {
            var figure = new BigDecimal(text);
            return Math.abs((long) figure.scale()) > 20 ? null : figure;
        } catch (NumberFormatException _) {
            return null; // infinite
        }
    }

    private @Nullable Swap onlySwap(List<String> ids, BigDecimal surplus) {
        var closing = new ArrayList<Swap>();
        for (var id : ids) {
            var figure = claimed.get(id);
            if (figure != null) {
                SwappedDigits.swaps(figure).stream()
                        .filter(swapped -> figure.subtract(swapped).compareTo(surplus) == 0)
                        .forEach(swapped -> closing.add(new Swap(id, figure, swapped)));
            }
        }
        return closing.size() == 1 ? closing.getFirst() : null;
    }
}
