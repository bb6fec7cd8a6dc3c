package vn.dvk.bench;

import static vn.dvk.bench.Words.both;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Legs of ours and bare ones side by side, in the order A B B A, so that what drifts hits both alike. */
public record Pairs(List<Pair> all) {

    /** Two neighbours in time. */
    public record Pair(Sample ours, Sample bare) {

        double ratio(String name) {
            return ours.get(name) / bare.get(name);
        }
    }

    /** Does the whole work once and says what it showed. */
    @FunctionalInterface
    public interface Leg {
        Sample run() throws Exception;
    }

    public Pairs {
        all = List.copyOf(all);
    }

    /** After one of each that does not count, because a JVM needs to warm up. */
    public static Pairs measure(int count, Leg ours, Leg bare, Consumer<String> say) {
        say.accept(both("làm nóng", "warming up"));
        run(ours);
        run(bare);
        return measureWarm(count, ours, bare, say);
    }

    /** For legs that start what they measure anew each time. */
    public static Pairs measureWarm(int count, Leg ours, Leg bare, Consumer<String> say) {
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < count; i++) {
            say.accept(both("cặp %1$d/%2$d", "pair %1$d of %2$d").formatted(i + 1, count));
            if (i % 2 == 0) {
                var first = run(ours);
                pairs.add(new Pair(first, run(bare)));
            } else {
                var first = run(bare);
                pairs.add(new Pair(run(ours), first));
            }
        }
        return new Pairs(pairs);
    }

    private static Sample run(Leg leg) {
        try {
            return leg.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure(both("Bị ngắt.", "Interrupted."), e);
        } catch (Exception e) {
            throw new CannotMeasure(
                    both("Phép đo hỏng: %1$s", "A leg failed: %1$s").formatted(e), e);
        }
    }

    public List<Double> ratios(String name) {
        return all.stream().map(pair -> pair.ratio(name)).toList();
    }

    public List<Double> ours(String name) {
        return all.stream().map(pair -> pair.ours().get(name)).toList();
    }

    public List<Double> bare(String name) {
        return all.stream().map(pair -> pair.bare().get(name)).toList();
    }
}
