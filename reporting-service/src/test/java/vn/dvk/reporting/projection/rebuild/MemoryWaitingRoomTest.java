package vn.dvk.reporting.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.intake.WaitingRoom.Held;
import vn.dvk.kit.intake.WaitingRoom.Verdict;
import vn.dvk.kit.intake.WaitingRoom.Why;
import vn.dvk.spec.SampleEvent;

class MemoryWaitingRoomTest {

    /** Live, the first record waits in the store; a rebuild must find the same time. */
    @Test
    void what_comes_again_while_it_waits_keeps_the_time_of_its_first_record() {
        var event = SampleEvent.full("vn.dvk.registration.model-withdrawn.v1").at(2);
        var first = Instant.parse("2026-11-27T03:00:00.123Z");
        var room = new MemoryWaitingRoom();
        for (var appended : List.of(first, first.plusSeconds(60))) {
            var incoming = event.incoming(appended);
            var verdict = new Verdict(Why.GAP, "position 1 is missing", "", Instant.EPOCH);
            room.hold(List.of(new Held(incoming.stream(), List.of(incoming), verdict)));
        }

        assertThat(room.events(room.all(), 10, Long.MAX_VALUE).values())
                .singleElement()
                .satisfies(events -> assertThat(events)
                        .singleElement()
                        .satisfies(it -> assertThat(it.appended()).isEqualTo(first)));
    }
}
