package vn.dvk.reporting.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dvk.reporting.domain.fact.Measure;

/** The replica's limits: where it spills, how much it takes, what happens when it fails. */
class DuckFactsTest {

    private static final FactQuery ALL = new FactQuery(
            Set.of(Measure.REGISTERED),
            Map.of(),
            null,
            List.of(),
            null,
            FactQuery.LAST_DAY,
            false,
            Moment.NOW,
            null,
            null);

    @TempDir
    private Path folder;

    @Test
    void it_spills_into_its_own_folder_and_never_into_the_working_directory() {
        try (var duck = duck(24)) {
            load(duck, 60_000);

            assertThat(count(duck)).isEqualTo(60_000);
            assertThat(duck.rows()).isEqualTo(60_000);
            assertThat(spill()).isNotEmptyDirectory();
        }
        assertThat(Files.exists(Path.of(".tmp"))).isFalse();
    }

    @Test
    void what_one_that_was_killed_has_spilled_is_gone() throws Exception {
        var left = Files.createDirectories(spill()).resolve("duckdb_temp_storage_DEFAULT-0.tmp");
        Files.writeString(left, "of no use to anybody");
        duck(128).close();

        assertThat(left).doesNotExist();
    }

    @Test
    void it_takes_as_much_memory_as_the_facts_need_and_not_more_than_it_may() {
        try (var duck = duck(200)) {
            var empty = duck.setting("memory_limit");
            load(duck, 140_000);

            assertThat(duck.setting("memory_limit")).isNotEqualTo(empty).startsWith("17");
            load(duck, 160_000);
            assertThat(duck.setting("memory_limit")).isEqualTo("200.0 MiB");
        }
    }

    @Test
    void what_was_replaced_again_and_again_does_not_pile_up() {
        try (var duck = duck(256)) {
            load(duck, 1_000);
            var cards = cards(0, 1_000);
            for (var i = 0; i < 60; i++) {
                duck.replace(cards);
            }

            assertThat(duck.rows()).isEqualTo(1_000);
            assertThat(count(duck)).isEqualTo(1_000);
            duck.replace(List.of(card(1), card(2_000)));
            assertThat(count(duck)).isEqualTo(1_001);
        }
    }

    @Test
    void a_replica_that_fails_is_told_and_the_read_store_answers() {
        var duck = duck(128);
        duck.close();
        var told = new AtomicInteger();
        var readStore = duck(128);
        load(readStore, 3);
        var facts = new FreshestFacts(() -> duck, told::incrementAndGet, readStore);

        assertThat(facts.count(ALL, List.of(), false))
                .singleElement()
                .satisfies(group -> assertThat(group.count()).isEqualTo(3));
        assertThat(told).hasValue(1);
        assertThatThrownBy(() -> duck.count(ALL, List.of(), false)).isInstanceOf(DuckFacts.Failed.class);
        readStore.close();
    }

    private DuckFacts duck(int megabytes) {
        return new DuckFacts(new DuckFacts.Limits(2, megabytes * 1024L * 1024, spill()));
    }

    /** Its parents are not there yet either. */
    private Path spill() {
        return folder.resolve("reporting/of-this-instance");
    }

    private static void load(DuckFacts duck, int facts) {
        try (var loading = duck.load()) {
            for (var from = 0; from < facts; from += 10_000) {
                loading.add(cards(from, Math.min(facts, from + 10_000)));
            }
            loading.finish();
        }
    }

    private static List<Document> cards(int from, int to) {
        return IntStream.range(from, to).mapToObj(DuckFactsTest::card).toList();
    }

    private static Document card(int number) {
        return new Document("_id", "m" + number)
                .append(
                        "facts",
                        List.of(new Document("id", "m" + number + "/1")
                                .append("measure", Measure.REGISTERED.code())
                                .append("model", "m" + number)
                                .append("name", "Mô hình số " + number)
                                .append("unit", "NA-" + number % 460)
                                .append("on", "2024-03-01")
                                .append("knownFrom", Date.from(Instant.EPOCH))));
    }

    private static long count(DuckFacts duck) {
        return duck.count(ALL, List.of(), false).stream()
                .mapToLong(FactQueries.Group::count)
                .sum();
    }
}
