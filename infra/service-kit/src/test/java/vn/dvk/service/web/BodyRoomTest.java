package vn.dvk.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyRoomTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final int MEGABYTE = 1024 * 1024;

    private final BodyRoom room = new BodyRoom(3 * MEGABYTE);

    @Test
    void large_bodies_take_turns() throws Exception {
        var first = room.take(2 * MEGABYTE, AT_ONCE);
        assertThatThrownBy(() -> room.take(2 * MEGABYTE, AT_ONCE)).isInstanceOf(BodyRoom.Full.class);

        room.giveBack(first);
        assertThat(room.take(2 * MEGABYTE, AT_ONCE)).isEqualTo(2 * MEGABYTE);
    }

    @Test
    void a_single_command_never_waits_for_them() throws Exception {
        room.take(3 * MEGABYTE, AT_ONCE);

        assertThat(room.take(2_000, AT_ONCE)).isZero();
    }

    @Test
    void one_that_is_larger_than_all_the_room_goes_alone() throws Exception {
        var all = room.take(5 * MEGABYTE, AT_ONCE);
        assertThatThrownBy(() -> room.take(MEGABYTE, AT_ONCE)).isInstanceOf(BodyRoom.Full.class);

        room.giveBack(all);
        assertThat(room.take(MEGABYTE, AT_ONCE)).isEqualTo(MEGABYTE);
    }
}
