package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvk.service.sample.Gate;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.Tokens;

/** More than can be carried, and a store that does not answer: told so soon, and when to come again. */
class BusyTest {

    private static final RunningService SERVICE = RunningService.shared(SampleService.class);

    @Test
    void more_requests_than_can_be_carried_are_told_to_come_again() throws Exception {
        try (var small = RunningService.start(SampleService.class, "dvk.max-requests=3", "dvk.max-wait=100ms");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = small.bean(Gate.class);
            var waiting = IntStream.range(0, 3)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> small.as("VIEWER@VN").get("/api/v1/gate"), threads))
                    .toList();
            await().until(() -> gate.waiting() == 3);

            var refused = small.as("VIEWER@VN").get("/api/v1/boards/a").is(503, "too-busy");
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            small.api().get("/actuator/health/readiness").is(200);
            small.api().get("/actuator/health/liveness").is(200);

            gate.open();
            waiting.forEach(answer -> answer.join().is(200));
            small.as("VIEWER@VN").get("/api/v1/boards/a").is(404);
        }
    }

    @Test
    void open_streams_do_not_count() throws Exception {
        try (var small = RunningService.start(SampleService.class, "dvk.max-requests=2", "dvk.max-wait=100ms")) {
            var streams = new java.util.ArrayList<Wire>();
            for (var i = 0; i < 4; i++) {
                var wire = new Wire(small);
                streams.add(wire.send("GET /api/v1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + Tokens.of("canbo", "VIEWER@VN") + "\r\n\r\n"));
                await().until(() -> wire.received().contains("data:open"));
            }

            small.as("VIEWER@VN").get("/api/v1/boards/a").is(404);

            for (var stream : streams) {
                stream.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation-timeout",
                "selection-timeout",
                "socket",
                "socket-timeout",
                "not-primary",
                "recovering",
                "command",
                "write-concern",
                "bulk-write-concern",
                "wrapped-operation-timeout",
                "wrapped-not-primary",
                "wrapped-write-concern"
            })
    void a_store_that_does_not_answer_is_not_the_callers_fault(String what) {
        var answer = SERVICE.as("VIEWER@VN").get("/api/v1/store/" + what).is(503, "store-away");

        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.text("detail")).contains("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "bulk-write", "wrapped-write"})
    void a_write_the_store_refuses_would_be_refused_again(String what) {
        SERVICE.as("VIEWER@VN").get("/api/v1/store/" + what).is(500, "internal");
    }
}
