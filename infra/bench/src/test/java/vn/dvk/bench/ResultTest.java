package vn.dvk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static Result ratio(Target target, double... ratios) {
        var pairs = new java.util.ArrayList<Pairs.Pair>();
        for (var ratio : ratios) {
            pairs.add(new Pairs.Pair(Sample.of("x", ratio * 10), Sample.of("x", 10)));
        }
        return new Result.Ratio("M1", "publishing", target, "x", "/s", new Pairs(pairs));
    }

    @Test
    void the_median_is_the_one_in_the_middle() {
        assertThat(ratio(Target.atLeast(1), 0.9, 0.1, 0.8).median()).isEqualTo(0.8);
        assertThat(ratio(Target.atLeast(1), 0.8, 0.1, 0.9, 0.7).median()).isEqualTo(0.75);
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(List.of()));
    }

    @Test
    void the_worst_is_the_least_of_what_should_be_much_and_the_most_of_what_should_be_little() {
        assertThat(ratio(Target.atLeast(1), 0.9, 0.1, 0.8).worst()).isEqualTo(0.1);
        assertThat(ratio(Target.atMost(1), 0.9, 0.1, 0.8).worst()).isEqualTo(0.9);
    }

    @Test
    void the_median_decides_whether_a_target_is_met_the_bound_included() {
        assertThat(ratio(Target.atLeast(0.8), 0.9, 0.1, 0.8).met()).isTrue();
        assertThat(ratio(Target.atLeast(0.85), 0.9, 0.1, 0.8).met()).isFalse();
        assertThat(ratio(Target.atMost(0.8), 0.9, 0.1, 0.8).met()).isTrue();
        assertThat(Result.figure("·", "memory", null, "MiB", 3).met()).isNull();
    }
}
