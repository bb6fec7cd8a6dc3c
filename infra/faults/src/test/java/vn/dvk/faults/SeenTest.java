package vn.dvk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeenTest {

    @Test
    void first_occurrences_in_order_are_in_order_whatever_comes_again() {
        var stream = stream(1, 2, 1, 2, 3, 2);
        assertThat(stream.jumps()).isZero();
        assertThat(stream.forks()).isZero();
        assertThat(stream.again()).isEqualTo(3);
        assertThat(stream.events()).hasSize(3);
    }

    @Test
    void a_later_one_before_an_earlier_one_is_out_of_order() {
        assertThat(stream(1, 3, 2).jumps()).isPositive();
        assertThat(stream(2, 3).jumps()).isPositive();
    }

    @Test
    void two_events_at_one_place_are_a_fork() {
        var all = List.of(new Seen("a", "s", "m", "m", 1, "t"), new Seen("b", "s", "m", "m", 1, "t"));
        assertThat(Objects.requireNonNull(Seen.streams(all).get("s m")).forks()).isEqualTo(1);
    }

    @Test
    void streams_do_not_mix() {
        var all = List.of(new Seen("a", "s", "m", "m", 1, "t"), new Seen("b", "s", "m", "n", 1, "t"));
        assertThat(Seen.streams(all)).containsOnlyKeys("s m", "s n");
    }

    private static Seen.Stream stream(long... positions) {
        var all = LongStream.of(positions)
                .mapToObj(position -> new Seen("id-" + position, "s", "m", "m", position, "t"))
                .toList();
        return Objects.requireNonNull(Seen.streams(all).get("s m"));
    }
}
