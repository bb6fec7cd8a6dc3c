package vn.dvk.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.reporting.counting.Watermark;

class WaterlineTest {

    private static final Instant FIRST = Instant.parse("2026-11-27T03:00:00.123Z");
    private static final TopicPartition HERE = new TopicPartition("dvk.registration.v1", 0);
    private static final TopicPartition THERE = new TopicPartition("dvk.registration.v1", 1);

    private final Map<TopicPartition, List<Instant>> log =
            new HashMap<>(Map.of(HERE, new ArrayList<>(), THERE, new ArrayList<>()));
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final Waterline waterline =
            new Waterline(Duration.ofMillis(100), at -> CompletableFuture.completedFuture(upTo(at)));
    private long added;
    private long visible;

    @Test
    void what_has_been_read_and_is_visible_is_in_it_a_little_later_and_then_it_stays() {
        comes(HERE, FIRST);
        assertThat(at(0)).as("another broker's clock may be a little behind").isNull();
        assertThat(at(99)).isNull();
        assertThat(at(100)).as("not visible").isNull();
        visible = added;
        var watermark = at(101);

        assertThat(watermark).isEqualTo(new Watermark(FIRST, Map.of("dvk.registration.v1", List.of(1L, 0L))));
        assertThat(at(1_000)).as("nothing new").isNull();
        assertThat(waterline.isUnderWay()).isFalse();
    }

    @Test
    void what_lies_on_another_partition_has_to_be_read_first() {
        Objects.requireNonNull(log.get(THERE)).add(FIRST.minusMillis(20));
        comes(HERE, FIRST);
        visible = added;
        assertThat(at(0)).isNull();
        assertThat(at(100)).as("appended before, and its fetch was slower").isNull();
        read.put(THERE, 1L);
        added++;

        assertThat(at(200)).as("read, and not visible").isNull();
        visible = added;

        assertThat(at(201)).isNotNull().satisfies(it -> assertThat(it.at()).isEqualTo(FIRST));
    }

    @Test
    void while_events_keep_coming_it_moves_on() {
        @Nullable Watermark latest = null;
        for (var i = 0; i < 1_000; i++) {
            comes(i % 2 == 0 ? HERE : THERE, FIRST.plusMillis(i));
            visible = added;
            var next = at(i);
            if (next != null) {
                assertThat(next.at()).isBefore(FIRST.plusMillis(i));
                assertThat(next.positions().values().stream()
                                .flatMap(List::stream)
                                .mapToLong(Long::longValue)
                                .sum())
                        .as("one record a millisecond, and none that is later")
                        .isEqualTo(Duration.between(FIRST, next.at()).toMillis() + 1);
                latest = next;
            }
        }

        assertThat(latest).isNotNull().satisfies(it -> assertThat(it.at()).isAfter(FIRST.plusMillis(700)));
    }

    @Test
    void it_is_one_word_on_the_wire_and_nothing_else_is_taken_for_one() {
        var watermark = new Watermark(FIRST, Map.of("dvk.awards.v1", List.of(3L, 0L), "a-b.v1", List.of(7L)));

        assertThat(watermark).hasToString("2026-11-27T03:00:00.123Z~a-b.v1-7~dvk.awards.v1-3-0");
        assertThat(Watermark.parse("asKnown", watermark.toString())).isEqualTo(watermark);
        assertThat(Watermark.isOne("2026-11-27T03:00:00.123Z")).isFalse();
    }

    private Map<TopicPartition, Long> upTo(Instant at) {
        var positions = new HashMap<TopicPartition, Long>();
        log.forEach((partition, times) -> positions.put(
                partition, times.stream().filter(time -> !time.isAfter(at)).count()));
        return positions;
    }

    private void comes(TopicPartition partition, Instant appended) {
        Objects.requireNonNull(log.get(partition)).add(appended);
        read.merge(partition, 1L, Long::sum);
        waterline.received(appended);
        added++;
    }

    private @Nullable Watermark at(long millis) {
        return waterline.look(millis * 1_000_000, one -> read.getOrDefault(one, 0L), added, () -> visible);
    }
}
