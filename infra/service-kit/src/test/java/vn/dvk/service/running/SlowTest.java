package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Tokens;

/** Whoever sends a byte now and then is not waited for without end. */
@Tag("deep")
class SlowTest {

    private static final RunningService SERVICE = RunningService.start(SampleService.class, "dvk.body-deadline=1s");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_body_that_does_not_end_is_told_so() throws Exception {
        try (var wire = new Wire(SERVICE)) {
            wire.send(head("OFFICER@NA") + "Content-Length: 100000\r\n\r\n{\"text\":\"");

            var answer = dripping(wire, "a");

            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"too-slow\"");
        }
    }

    @Test
    void nor_does_it_help_to_send_pieces() throws Exception {
        try (var wire = new Wire(SERVICE)) {
            wire.send(head("OFFICER@NA") + "Transfer-Encoding: chunked\r\n\r\n");

            assertThat(dripping(wire, "1\r\na\r\n")).startsWith("HTTP/1.1 408");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GET /open HTTP/1.1", "GET /open HTTP/1.1\r\nHost: x\r\n", "GET /open HTTP/1.1\r\nX-Long: a"
            })
    void a_head_that_does_not_end_is_cut_off(String begun) throws Exception {
        try (var wire = new Wire(SERVICE)) {
            wire.send(begun);

            assertThat(dripping(wire, begun.endsWith("\n") ? "X-A: b\r\n" : "a"))
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void neither_is_a_piece_whose_name_does_not_end() throws Exception {
        try (var wire = new Wire(SERVICE)) {
            wire.send(head("OFFICER@NA") + "Transfer-Encoding: chunked\r\n\r\n1;x=");

            assertThat(dripping(wire, "a")).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void a_body_nobody_wants_is_not_waited_for() throws Exception {
        try (var wire = new Wire(SERVICE)) {
            wire.send(head("VIEWER@NA") + "Content-Length: 100000\r\n\r\n{");

            assertThat(dripping(wire, "a")).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void an_open_stream_and_a_long_answer_are_not_too_slow() throws Exception {
        try (var wire = new Wire(SERVICE)) {
            wire.send("GET /api/v1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + Tokens.of("canbo", "VIEWER@VN") + "\r\n\r\n");

            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !closed(wire));
        }
    }

    private static String head(String role) {
        return "POST /api/v1/forms HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + Tokens.of("canbo", role) + "\r\n";
    }

    /** Sends a little again and again until the other side has had enough. */
    private static String dripping(Wire wire, String drop) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !sent(wire, drop));
        return wire.received();
    }

    private static boolean sent(Wire wire, String drop) {
        try {
            wire.send(drop);
            return !closed(wire);
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean closed(Wire wire) {
        return wire.isClosedByTheOther();
    }
}
