package vn.dvk.replay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.replay.api.Actor;
import vn.dvk.replay.api.Service;

/** Each service killed while a case comes in: everything is there afterwards, once. */
@Tag("deep")
@ExtendWith(OnePlatform.class)
class KillIT {

    @ParameterizedTest
    @ValueSource(strings = {"registration", "evaluation", "awards", "reporting"})
    void a_service_killed_in_the_middle_costs_nothing(String service, RunningPlatform platform) {
        killInTheMiddle(service, 600, platform);
    }

    static void killInTheMiddle(String service, int perField, RunningPlatform platform) {
        var programme = "KILL-" + service.toUpperCase(Locale.ROOT);
        var replay =
                platform.replay("replay", MadeUpCase.write(programme, perField).toString());
        await("the replay is under way").atMost(Duration.ofMinutes(1)).until(() -> registered(platform, programme) > 0);
        assertThat(replay.running()).isTrue();
        platform.killAndAwaitReturn(service);
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
}
