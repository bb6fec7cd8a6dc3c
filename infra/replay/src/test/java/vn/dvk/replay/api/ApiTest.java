package vn.dvk.replay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dvk.replay.StubPlatform;
import vn.dvk.replay.StubPlatform.Answer;
import vn.dvk.replay.StubPlatform.Request;

class ApiTest {

    private static final Key KEY = new Key("case:step");
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMillis(5));

    private final StubPlatform stub = new StubPlatform();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        stub.close();
    }

    private Api api(Patience patience) {
        return new Api(stub.platform(), patience, time -> {
            pauses.add(time);
            Pause.REAL.take(Duration.ofMillis(1));
        });
    }

    @Test
    void a_503_is_sent_again_with_the_same_key_after_the_time_it_names() {
        stub.answering(_ -> asked.incrementAndGet() == 1
                ? new Answer(503, "", Map.of("Retry-After", "1"))
                : Answer.ok("{\"id\":\"x\"}"));
        var answer =
                api(Patience.USUAL).post(Service.AWARDS, Actor.OFFICER, "/api/v1/replications", KEY, Map.of("a", 1));
        assertThat(answer.path("id").asString()).isEqualTo("x");
        assertThat(stub.requests())
                .hasSize(2)
                .extracting(Request::key)
                .doesNotContainNull()
                .allMatch(key -> key.equals(stub.requests().getFirst().key()) && key.startsWith("case:step:"));
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void a_408_is_sent_again_with_the_same_key() {
        stub.answering(_ -> asked.incrementAndGet() == 1 ? new Answer(408, "", Map.of()) : Answer.ok("{}"));
        api(Patience.USUAL).post(Service.AWARDS, Actor.OFFICER, "/api/v1/replications", KEY, Map.of("a", 1));
        assertThat(stub.requests())
                .hasSize(2)
                .extracting(Request::key)
                .containsOnly(KEY.of("/api/v1/replications", "{\"a\":1}"));
    }

    @Test
    void a_long_wish_is_honored_as_far_as_the_patience_goes() {
        stub.answering(_ -> switch (asked.incrementAndGet()) {
            case 1 -> new Answer(503, "", Map.of("Retry-After", "40"));
            case 2 -> new Answer(503, "", Map.of("Retry-After", "9000"));
            default -> Answer.ok("{}");
        });
        api(Patience.USUAL).get(Service.REPORTING, Actor.VIEWER, "/api/v1/overview");
        assertThat(pauses).first().isEqualTo(Duration.ofSeconds(40));
        assertThat(pauses)
                .last()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(60), Patience.USUAL.away()));
    }

    @Test
    void a_service_that_is_being_restarted_is_waited_for_even_before_its_first_answer() {
        stub.stop("awards");
        var hasty = new Patience(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMillis(5));
        var api = new Api(stub.platform(), hasty, _ -> {
            if (asked.incrementAndGet() == 3) {
                stub.start("awards");
            }
        });
        api.post(Service.AWARDS, Actor.OFFICER, "/api/v1/replications", KEY, Map.of());
        assertThat(asked).hasValue(3);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void a_platform_that_nobody_started_is_said_soon() {
        stub.stop("identity");
        var hasty = new Patience(Duration.ZERO, Duration.ofDays(1), Duration.ofSeconds(1), Duration.ofMillis(5));
        assertThatThrownBy(() -> api(hasty).get(Service.REPORTING, Actor.VIEWER, "/api/v1/overview"))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageStartingWith("identity không trả lời trong 0 giây");
    }

    @Test
    void a_service_that_stays_away_ends_in_one_sentence_within_the_limit() {
        stub.answering(_ -> new Answer(502, "", Map.of()));
        assertThatThrownBy(() -> api(SHORT).get(Service.REPORTING, Actor.VIEWER, "/api/v1/overview"))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageStartingWith("reporting-service không trả lời trong 0 giây (lần cuối: HTTP 502)");
        assertThat(stub.requests()).hasSizeGreaterThan(1);
    }

    @Test
    void a_service_that_says_not_now_is_there_and_gets_the_longer_limit() {
        var hasty = new Patience(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMillis(5));
        stub.answering(_ -> asked.incrementAndGet() < 5 ? new Answer(503, "", Map.of()) : Answer.ok("{}"));
        api(hasty).get(Service.REPORTING, Actor.VIEWER, "/api/v1/overview");
        assertThat(asked).hasValue(5);
    }

    @Test
    void a_token_that_is_refused_is_replaced_once() {
        stub.answering(_ -> asked.incrementAndGet() == 1 ? new Answer(401, "", Map.of()) : Answer.ok("{}"));
        api(Patience.USUAL).get(Service.REPORTING, Actor.VIEWER, "/api/v1/overview");
        assertThat(stub.requests()).extracting(Request::actor).containsExactly("xem", "xem");
    }

    @Test
    void what_is_not_there_yet_is_asked_for_again_and_what_is_refused_is_not() {
        stub.answering(_ -> asked.incrementAndGet() < 4 ? Answer.problem(409, "not-known-yet") : Answer.ok("{}"));
        api(Patience.USUAL).post(Service.AWARDS, Actor.OFFICER, "/api/v1/replications", KEY, Map.of());
        assertThat(asked).hasValue(4);

        stub.answering(_ -> Answer.problem(409, "one-achievement-one-form"));
        assertThatThrownBy(() -> api(Patience.USUAL)
                        .post(Service.AWARDS, Actor.AUTHORITY, "/api/v1/models/m/awards", KEY, Map.of()))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("409 one-achievement-one-form: vì one-achievement-one-form");
    }

    @Test
    void a_mistyped_word_is_not_waited_for() {
        stub.answering(_ -> {
            asked.incrementAndGet();
            return Answer.problem(422, "term-unknown");
        });
        assertThatThrownBy(() ->
                        api(Patience.USUAL).post(Service.AWARDS, Actor.AUTHORITY, "/api/v1/awards/bulk", KEY, Map.of()))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("422 term-unknown: vì term-unknown");
        assertThat(asked).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void not_there_yet_has_a_limit_too() {
        stub.answering(_ -> Answer.problem(409, "not-known-yet"));
        assertThatThrownBy(() -> api(SHORT).post(Service.AWARDS, Actor.OFFICER, "/p", KEY, Map.of()))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("not-known-yet");
    }

    @Test
    void rows_not_known_yet_make_the_whole_request_again_with_the_same_key() {
        stub.answering(_ -> Answer.ok(asked.incrementAndGet() == 1 ? """
                {"rows":[{"id":"a","outcome":"DONE"},
                         {"id":"b","outcome":"REFUSED","problem":{"status":409,"code":"not-known-yet","detail":"chưa biết"}}]}""" : """
                {"rows":[{"id":"a","outcome":"UNCHANGED"},{"id":"b","outcome":"DONE"}]}"""));
        var rows =
                api(Patience.USUAL).bulk(Service.EVALUATION, Actor.OFFICER, "/bulk", KEY, Map.of("models", List.of()));
        assertThat(rows).containsExactly(new Row("a", "a", false), new Row("b", "b", true));
        assertThat(stub.requests())
                .extracting(Request::key)
                .hasSize(2)
                .containsOnly(stub.requests().getFirst().key());
    }

    @Test
    void a_row_that_breaks_a_rule_ends_the_replay_with_its_own_words() {
        stub.answering(_ -> Answer.ok("""
                {"rows":[{"key":"k","outcome":"REFUSED",
                  "problem":{"status":422,"code":"incomplete","detail":"thiếu","errors":[{"field":"place","detail":"cần nơi"}]}}]}"""));
        assertThatThrownBy(() -> api(Patience.USUAL).bulk(Service.REGISTRATION, Actor.OFFICER, "/bulk", KEY, Map.of()))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("1 dòng bị từ chối: k → 422 incomplete: thiếu [place: cần nơi]");
    }

    @Test
    void a_connection_that_is_reset_is_tried_again() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var keys = Collections.synchronizedList(new ArrayList<String>());
            Thread.ofVirtual().start(() -> resetTwiceThenAnswer(server, keys));
            var platform = stub.platform().at(server.getLocalPort());
            var answer = new Api(platform, Patience.USUAL, pauses::add)
                    .post(Service.REPORTING, Actor.ADMINISTRATOR, "/api/v1/rebuilds", KEY, Map.of());
            assertThat(answer.path("id").asString()).isEqualTo("r");
            assertThat(keys).hasSize(3).containsOnly(keys.getFirst());
        }
    }

    /** As a killed process does: takes the request, and the connection is gone. */
    private static void resetTwiceThenAnswer(ServerSocket server, List<String> keys) {
        for (var number = 1; number <= 3; number++) {
            try (var socket = server.accept()) {
                var in = socket.getInputStream();
                var seen = new StringBuilder();
                while (!seen.toString().endsWith("{}")) {
                    seen.append((char) in.read());
                }
                seen.toString()
                        .lines()
                        .filter(line -> line.startsWith("Idempotency-Key:"))
                        .forEach(keys::add);
                if (number < 3) {
                    socket.setSoLinger(true, 0);
                } else {
                    socket.getOutputStream()
                            .write("HTTP/1.1 202 Accepted\r\nContent-Length: 10\r\n\r\n{\"id\":\"r\"}"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Test
    void a_fault_is_borne_for_a_moment_and_then_said() {
        stub.answering(_ -> asked.incrementAndGet() < 3 ? Answer.problem(500, "fault") : Answer.ok("{}"));
        api(Patience.USUAL).get(Service.AWARDS, Actor.VIEWER, "/api/v1/operations/lag");
        assertThat(asked).hasValue(3);
    }

    @Test
    void another_content_has_another_key_and_the_same_content_the_same() {
        assertThat(KEY.of("/p", "{}")).isEqualTo(KEY.of("/p", "{}")).matches("case:step:[0-9a-f]{16}");
        assertThat(KEY.of("/p", "{}")).isNotEqualTo(KEY.of("/p", "{1}")).isNotEqualTo(KEY.of("/q", "{}"));
    }
}
