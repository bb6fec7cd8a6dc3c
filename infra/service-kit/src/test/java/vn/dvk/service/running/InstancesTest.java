package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;

/** Instances come and go; the service is the same. */
class InstancesTest {

    private static final String NOTICE = "{\"text\":\"Họp\"}";

    private final String subject = UUID.randomUUID().toString();
    private final String board = "/api/v1/boards/" + subject;

    @Test
    void what_one_instance_stored_another_shows_and_another_service_does_not() {
        try (var first = RunningService.start(SampleService.class);
                var second = first.another();
                var other = RunningService.start(SampleService.class)) {
            first.as("OFFICER@NA").post(board + "/notices", NOTICE).is(200);

            second.as("VIEWER").get(board).is(200);
            other.as("VIEWER").get(board).is(404, "not-found");
        }
    }

    @Test
    void after_a_kill_the_next_instance_goes_on_where_it_ended() {
        var killed = RunningService.start(SampleService.class);
        try (var elsewhere = new Elsewhere()) {
            killed.as("OFFICER@NA").post(board + "/notices", NOTICE).is(200);
            elsewhere.happened(subject, 1);
            killed.awaitCaughtUp();
            assertThat(Arrivals.of(killed, subject)).isEqualTo("1");

            killed.kill();
            elsewhere.happened(subject, 2);

            try (var next = killed.another()) {
                next.as("VIEWER").get(board).is(200);
                await().untilAsserted(
                                () -> assertThat(Arrivals.of(next, subject)).isEqualTo("1 2"));
            }
        }
    }
}
