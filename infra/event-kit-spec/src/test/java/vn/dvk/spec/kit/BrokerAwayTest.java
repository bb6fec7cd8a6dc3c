package vn.dvk.spec.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static vn.dvk.spec.kit.Fixtures.producer;
import static vn.dvk.spec.kit.Fixtures.relay;
import static vn.dvk.spec.kit.Fixtures.somebody;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dvk.kit.relay.OutboxFull;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.local.Broker;
import vn.dvk.local.Topics;
import vn.dvk.spec.Backbone;
import vn.dvk.spec.Published;
import vn.dvk.spec.sample.DossierCommand.Note;
import vn.dvk.spec.sample.DossierCommand.Open;
import vn.dvk.spec.sample.Dossiers;

/** The broker goes down and comes back: commands are accepted up to a bound, and nothing accepted is lost. */
class BrokerAwayTest {

    private static final String TOPIC = "dvk.awards.v1";
    private static final String SOURCE = "/dvk/local/away";
    private static final int BOUND = 8;

    @TempDir
    private Path folder;

    @Test
    void what_was_accepted_while_the_broker_was_away_arrives_when_it_is_back() throws IOException {
        var port = freePort();
        var controller = freePort();
        var settings = new RelaySettings(Duration.ofMillis(50), BOUND, BOUND, Duration.ofMillis(50));
        try (var broker = Broker.start(folder, port, controller)) {
            Topics.LOCAL.create(broker.bootstrap(), _ -> {});
        }

        try (var producer = producer("127.0.0.1:" + port, Duration.ofMillis(500));
                var relay = relay(producer, settings)) {
            var dossiers = new Streams<>(Dossiers.kind(SOURCE, TOPIC), Backbone.freshDatabase(), relay).prepare();
            dossiers.handle(CommandEnvelope.of("a", new Open("a"), somebody()));
            relay.start();

            var accepted = new int[] {1};
            await().until(() -> catchThrowable(() -> {
                        dossiers.handle(CommandEnvelope.of("a", new Note("n" + accepted[0]), somebody()));
                        accepted[0]++;
                    })
                    instanceof OutboxFull);
            assertThat(dossiers.history("a")).as("nothing refused was written").hasSize(accepted[0]);
            assertThat(accepted[0]).isGreaterThanOrEqualTo(BOUND);

            try (var broker = Broker.start(folder, port, controller)) {
                await().until(() -> relay.outboxSize() == 0);
                await().until(() -> relay.pending() == 0);
                dossiers.handle(CommandEnvelope.of("a", new Note("afterwards"), somebody()));
                await().until(() -> relay.outboxSize() == 0);

                var published = Published.on(broker.bootstrap(), TOPIC, SOURCE);
                assertThat(published.firstSeen()).isEqualTo(Map.of("a", upTo(accepted[0] + 1)));
            }
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
