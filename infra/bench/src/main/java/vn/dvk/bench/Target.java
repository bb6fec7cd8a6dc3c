package vn.dvk.bench;

import java.util.Collections;
import java.util.List;

/** What a value should reach. */
public sealed interface Target {

    double bound();

    record AtLeast(double bound) implements Target {}

    record AtMost(double bound) implements Target {}

    static Target atLeast(double bound) {
        return new AtLeast(bound);
    }

    static Target atMost(double bound) {
        return new AtMost(bound);
    }

    default boolean met(double value) {
        return switch (this) {
            case AtLeast(var bound) -> value >= bound;
            case AtMost(var bound) -> value <= bound;
        };
    }

    default double worst(List<Double> values) {
        return switch (this) {
            case AtLeast _ -> Collections.min(values);
            case AtMost _ -> Collections.max(values);
        };
    }

    default String sign() {
        return switch (this) {
            case AtLeast _ -> "≥";
            case AtMost _ -> "≤";
        };
    }
}
