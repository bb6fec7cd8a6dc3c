package vn.dvk.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of the table. */
public sealed interface Result {

    /** Of the measure it belongs to, for example {@code M1}. */
    String id();

    String what();

    /** Null where there is something to know and nothing to reach. */
    @Nullable
    Target target();

    double median();

    double worst();

    default @Nullable Boolean met() {
        var target = target();
        return target == null ? null : target.met(median());
    }

    /**
     * Ours ÷ bare.
     *
     * @param of   name of the value in the samples
     * @param unit of the two values
     */
    record Ratio(String id, String what, Target target, String of, String unit, Pairs pairs) implements Result {

        @Override
        public double median() {
            return Median.of(pairs.ratios(of));
        }

        @Override
        public double worst() {
            return target.worst(pairs.ratios(of));
        }

        public double ours() {
            return Median.of(pairs.ours(of));
        }

        public double bare() {
            return Median.of(pairs.bare(of));
        }
    }

    /**
     * A plain value, each time it was taken.
     *
     * @param about what else was seen with it
     */
    record Figure(
            String id, String what, @Nullable Target target, String unit, List<Double> taken, Map<String, ?> about)
            implements Result {

        public Figure {
            taken = List.copyOf(taken);
            about = Map.copyOf(about);
        }

        static Figure once(String id, String what, @Nullable Target target, String unit, double value) {
            return new Figure(id, what, target, unit, List.of(value), Map.of());
        }

        @Override
        public double median() {
            return Median.of(taken);
        }

        @Override
        public double worst() {
            return target == null ? median() : target.worst(taken);
        }
    }

    static Result figure(String id, String what, @Nullable Target target, String unit, double value) {
        return Figure.once(id, what, target, unit, value);
    }

    static Result figure(String id, String what, @Nullable Target target, String unit, List<Double> taken) {
        return new Figure(id, what, target, unit, taken, Map.of());
    }
}
