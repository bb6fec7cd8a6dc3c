package vn.dvk.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelTest {

    private final Channel channel = new Channel(new Channel.Key(null, null, Locale.of("vi")), "e");

    @BeforeEach
    void theFirstFiguresAreCounted() {
        channel.begin("0");
    }

    @Test
    void whoComesBeforeTheFiguresAreCountedGetsThemAsASnapshot() {
        var early = new Channel(new Channel.Key(null, null, Locale.of("vi")), "f");

        var client = early.join(null);
        assertThat(next(client)).as("nobody waits for them").isNull();
        early.publish("7");
        early.begin("6");
        early.publish("8");

        assertThat(next(client)).isEqualTo("id: f-0\nevent: snapshot\ndata: 7\n\n");
        assertThat(next(client)).as("older ones come too late").isEqualTo("id: f-1\nevent: change\ndata: 8\n\n");
    }

    @Test
    void aNewPageGetsASnapshotAndThenChanges() {
        var client = channel.join(null);
        channel.publish("1");

        assertThat(next(client)).isEqualTo("id: e-0\nevent: snapshot\ndata: 0\n\n");
        assertThat(next(client)).isEqualTo("id: e-1\nevent: change\ndata: 1\n\n");
    }

    @Test
    void whoComesBackGetsOnlyWhatWasMissed() {
        channel.publish("1");
        channel.publish("2");
        channel.publish("3");

        var client = channel.join("e-1");
        assertThat(next(client)).startsWith("id: e-2\nevent: change");
        assertThat(next(client)).startsWith("id: e-3\nevent: change");
    }

    @Test
    void whoMissedNothingGetsNothing() {
        channel.publish("1");

        var client = channel.join("e-1");

        assertThat(next(client)).isNull();
        channel.beat();
        assertThat(next(client)).as("a heartbeat").isEqualTo(": .\n\n");
    }

    @Test
    void whoWasAwayTooLongOrSawAnotherChannelGetsASnapshot() {
        for (var i = 1; i <= 100; i++) {
            channel.publish(Integer.toString(i));
        }

        for (var last : new String[] {"e-1", "another-99", "e-101", "e-x", "nonsense"}) {
            assertThat(next(channel.join(last))).startsWith("id: e-100\nevent: snapshot\ndata: 100");
        }
    }

    @Test
    void theSameFiguresAreNotToldTwice() {
        channel.join(null);
        channel.publish("1");

        assertThat(channel.publish("1")).isZero();
        assertThat(next(channel.join("e-1"))).isNull();
    }

    @Test
    void aSlowPageIsDroppedAndHoldsUpNobody() {
        var slow = channel.join(null);
        var quick = channel.join(null);
        var dropped = 0;
        for (var i = 1; i <= 300; i++) {
            dropped += channel.publish(Integer.toString(i));
            next(quick);
        }

        assertThat(dropped).isEqualTo(1);
        assertThat(channel.size()).isEqualTo(1);
        assertThat(slow.isOpen()).as("the connection is to go on").isFalse();
        assertThat(next(quick)).endsWith("data: 300\n\n");
    }

    private static @Nullable String next(Client client) {
        var frame = client.poll();
        return frame == null ? null : new String(frame, StandardCharsets.UTF_8);
    }
}
