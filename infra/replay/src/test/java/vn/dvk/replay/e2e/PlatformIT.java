package vn.dvk.replay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.replay.api.Actor;
import vn.dvk.replay.api.Service;

/** What a newcomer and an operator see: the demo, the demo again, a service killed in between, a case nobody has seen. */
@ExtendWith(OnePlatform.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {

    private static final String AS_EXPECTED = "✓ Đúng như hồ sơ chờ đợi";

    @Test
    @Order(1)
    void the_five_cases_count_as_expected_and_a_second_demo_adds_nothing(RunningPlatform platform) {
        var first = platform.replay("demo").ended();
        assertThat(first.code()).as(first.output()).isZero();
        assertThat(first.output().split(AS_EXPECTED, -1)).hasSize(6);
        assertThat(first.output())
                .containsPattern("N08 .* 4\\.494 +4\\.494 +0 +✓ khớp")
                .containsPattern("N12 .* 2\\.298 +2\\.289 +\\+9 +✗ lệch")
                .containsPattern("R02 .* 4\\.503 +4\\.494 +\\+9 +✗ sai")
                .containsPattern("L07r .* – không kiểm được")
                .contains("KG-K-HTLTB-2023-Q3 – khen 3 tập thể, 8 cá nhân");

        var events = eventsRead(platform);
        var second = platform.replay("demo").ended();
        assertThat(second.code()).as(second.output()).isZero();
        assertThat(figures(second.output())).isEqualTo(figures(first.output()));
        assertThat(eventsRead(platform)).as("events in all topics").isEqualTo(events);
    }

    /** How many events all topics hold, as reporting sees them: it reads every one. */
    private static long eventsRead(RunningPlatform platform) {
        return platform.api()
                .get(Service.REPORTING, Actor.VIEWER, "/api/v1/operations/lag")
                .path("read")
                .asLong();
    }

    /** The rows of all tables, without times and progress. */
    private static List<String> figures(String output) {
        return output.lines().filter(line -> line.matches(".*[✓✗–] .*")).toList();
    }

    /** With the replay as the witness; {@code ./infra/dvk faults F1} kills each service, with a ledger. */
    @Test
    @Order(2)
    @Tag("deep")
    void a_service_killed_in_the_middle_costs_nothing(RunningPlatform platform) {
        var programme = "KILL-EVALUATION";
        var replay = platform.replay("replay", MadeUpCase.write(programme, 600).toString());
        await("the replay is under way").atMost(Duration.ofMinutes(1)).until(() -> registered(platform, programme) > 0);
        assertThat(replay.running()).isTrue();
        platform.killAndAwaitReturn("evaluation");
        var ended = replay.ended();
        assertThat(ended.code()).as(ended.output()).isZero();

        var tables = platform.replay("tables").ended();
        assertThat(tables.code()).as(tables.output()).isZero();
    }

    private static long registered(RunningPlatform platform, String programme) {
        return platform.api()
                .get(Service.REGISTRATION, Actor.VIEWER, "/api/v1/registrations?limit=1&programme=" + programme)
                .path("items")
                .size();
    }

    @Test
    @Order(3)
    void a_case_nobody_has_seen_is_replayed_and_counted(RunningPlatform platform) {
        var replayed = platform.replay("replay", unseen().toString()).ended();
        assertThat(replayed.code()).as(replayed.output()).isZero();
        assertThat(replayed.output()).containsPattern("A02 .* 9 +12 +-3 +✗ lệch");
    }

    /** Otherwise each start would look for its beans again, and only be slower. */
    @ParameterizedTest
    @ValueSource(strings = {"identity", "registration", "evaluation", "awards", "reporting", "gateway"})
    @Order(3)
    void what_runs_was_started_from_the_beans_written_down_when_it_was_built(String program, RunningPlatform platform) {
        assertThat(platform.log(program)).contains("Starting AOT-processed ");
    }

    @Test
    @Order(4)
    void a_broken_case_is_named_in_one_sentence(RunningPlatform platform) throws Exception {
        var broken = Files.writeString(
                Files.createTempFile("hong", ".json"),
                Files.readString(unseen()).replace("\"count\": 7", "\"count\": \"bảy\""));
        var refused = platform.replay("replay", broken.toString()).ended();
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output().lines()).singleElement().asString().contains("groups[0].count", "dòng 20", "“bảy”");
    }

    @Test
    @Order(5)
    void a_rebuild_from_the_log_counts_the_same(RunningPlatform platform) {
        var before = platform.replay("tables").ended();
        var rebuilt = platform.replay("rebuild").ended();
        assertThat(rebuilt.code()).as(rebuilt.output()).isEqualTo(before.code()).isZero();
        assertThat(figures(rebuilt.output())).isEqualTo(figures(before.output()));
    }

    /** Every row of the table is in the file: figures that count, and questions the story asks at its end. */
    @Test
    @Order(6)
    void a_year_in_a_province_gives_its_figures_on_every_day(RunningPlatform platform) {
        var year = platform.replay("replay", story().toString()).ended();
        assertThat(year.code()).as(year.output()).isZero();
        var again = platform.replay("replay", story().toString()).ended();
        assertThat(again.code()).as(again.output()).isZero();
        assertThat(figures(again.output())).isEqualTo(figures(year.output()));
    }

    private static Path story() {
        return Path.of("src/test/resources/e2e/a-year.json").toAbsolutePath();
    }

    private static Path unseen() {
        return Path.of("src/test/resources/e2e/unseen.json").toAbsolutePath();
    }
}
