package vn.dvk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Report REPORT = new Report(
            Instant.parse("2026-01-02T03:04:05Z"),
            Duration.ofSeconds(170),
            true,
            "0123456789ab+",
            Map.of("processor", "one & two"),
            List.of(
                    new Result.Ratio(
                            "M1",
                            "phát / publishing",
                            Target.atLeast(0.9),
                            Sample.RATE,
                            "events/s",
                            new Pairs(List.of(pair(900, 1_000), pair(800, 1_000), pair(4_750, 5_000)))),
                    Result.figure("M4", "p50 <hơn>", Target.atMost(25), "ms", List.of(12.34, 40.0)),
                    Result.figure("M7", "backbone", null, "MiB", 310)));

    private static Pairs.Pair pair(double ours, double bare) {
        return new Pairs.Pair(Sample.of(Sample.RATE, ours), Sample.of(Sample.RATE, bare));
    }

    @Test
    void the_table_says_both_values_the_ratio_the_target_and_the_verdict() {
        var table = REPORT.table();

        assertThat(table).hasSize(4);
        assertThat(table.get(1))
                .contains("M1", "publishing", "900 events/s", "1.000 events/s", "0,90", "0,80", "≥ 0,90", "✓");
        assertThat(table.get(2)).contains("M4", "26,2 ms", "40", "≤ 25", "✗");
        assertThat(table.get(3)).contains("310 MiB").doesNotContain("✓", "✗");
        assertThat(table.get(1).indexOf("✓"))
                .as("columns stand below each other")
                .isEqualTo(table.get(2).indexOf("✗"));
    }

    @Test
    void the_raw_file_has_every_single_measurement_and_the_machine() {
        var raw = new JsonMapper().readTree(REPORT.json());

        assertThat(raw.path("commit").asString()).isEqualTo("0123456789ab+");
        assertThat(raw.path("machine").path("processor").asString()).isEqualTo("one & two");
        var ratio = raw.path("results").get(0);
        assertThat(ratio.path("pairs").size()).isEqualTo(3);
        assertThat(ratio.path("pairs").get(2).path("bare").path(Sample.RATE).asDouble())
                .isEqualTo(5_000);
        assertThat(ratio.path("worst").asDouble()).isEqualTo(0.8);
        assertThat(raw.path("results").get(1).path("taken").size()).isEqualTo(2);
    }

    @Test
    void the_page_needs_nothing_from_elsewhere_and_shows_text_as_text(@TempDir Path home) throws Exception {
        var page = Files.readString(REPORT.write(home));

        assertThat(page).doesNotContain("http:", "https:", "<script", "<link", "@import", "url(", "{{");
        assertThat(page).contains("<svg", "p50 &lt;hơn&gt;", "one &amp; two", "✗ chưa / not yet");
        assertThat(home.resolve("results")).isDirectoryRecursivelyContaining("glob:**/bench.json");
    }

    @Test
    void better_than_the_target_lies_to_the_right_of_it_whichever_way_better_is() {
        assertThat(Page.place(Target.atLeast(0.9), 1.8)).isGreaterThan(Page.place(Target.atLeast(0.9), 0.9));
        assertThat(Page.place(Target.atMost(1.5), 0.75)).isGreaterThan(Page.place(Target.atMost(1.5), 1.5));
        assertThat(Page.place(Target.atLeast(0.9), 0.9)).isEqualTo(Page.place(Target.atMost(1.5), 1.5));
    }
}
