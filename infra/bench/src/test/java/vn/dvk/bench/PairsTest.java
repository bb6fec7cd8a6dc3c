package vn.dvk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    private final List<String> order = new ArrayList<>();

    private Pairs.Leg leg(String name, double value) {
        return () -> {
            order.add(name);
            return Sample.of("x", value);
        };
    }

    @Test
    void each_pair_begins_with_the_other_one_after_one_of_each_that_does_not_count() {
        var pairs = Pairs.measure(3, leg("A", 1), leg("B", 2), _ -> {});

        assertThat(order).containsExactly("A", "B", "A", "B", "B", "A", "A", "B");
        assertThat(pairs.all()).hasSize(3);
    }

    @Test
    void a_ratio_is_taken_within_its_pair() {
        var pairs = new Pairs(List.of(
                new Pairs.Pair(Sample.of("x", 9), Sample.of("x", 10)),
                new Pairs.Pair(Sample.of("x", 1), Sample.of("x", 2))));

        assertThat(pairs.ratios("x")).containsExactly(0.9, 0.5);
    }

    @Test
    void what_is_wrong_in_a_leg_is_said_in_one_sentence() {
        assertThatExceptionOfType(CannotMeasure.class)
                .isThrownBy(() -> Pairs.measureWarm(
                        1,
                        () -> {
                            throw new java.io.IOException("no answer");
                        },
                        leg("B", 1),
                        _ -> {}))
                .withMessageContaining("no answer");
    }
}
