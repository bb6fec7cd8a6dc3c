package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;

/** Whatever ends or stops a consumer: it is seen in health, it goes on by itself, and nothing is given up. */
class ConsumerTest {

    private final String subject = UUID.randomUUID().toString();
    private final AtomicInteger struck = new AtomicInteger();

    @AfterEach
    void noMoreTrouble() {
        SampleService.TROUBLES.remove(subject);
    }

    @Test
    void a_batch_is_never_given_up_whatever_the_class_of_the_failure_and_of_its_causes() {
        trouble(() -> new MongoTimeoutException("away", new ClassCastException("what the container takes for fatal")));
        try (var service = RunningService.start(SampleService.class);
                var elsewhere = new Elsewhere()) {
            elsewhere.happened(subject, 1);
            await().until(() -> struck.get() > 2);
            await().until(() -> service.api().get("/actuator/health/readiness").status() == 503);
            SampleService.TROUBLES.remove(subject);

            await().until(() -> Arrivals.of(service, subject).equals("1"));
            await().until(() -> service.api().get("/actuator/health/readiness").status() == 200);
        }
    }

    @Test
    void a_consumer_that_has_died_is_started_again_and_health_says_so_meanwhile() {
        trouble(() -> new LinkageError("half a deployment"));
        try (var service = RunningService.start(SampleService.class);
                var elsewhere = new Elsewhere()) {
            elsewhere.happened(subject, 1);
            await().until(() -> service.api().get("/actuator/health/readiness").status() == 503);
            SampleService.TROUBLES.remove(subject);

            await().until(() -> Arrivals.of(service, subject).equals("1"));
            await().until(() -> service.api().get("/actuator/health/readiness").status() == 200);
            assertThat(struck.get()).isPositive();
        }
    }

    @Test
    void a_stack_that_overflows_parks_one_stream_or_comes_again_but_ends_nothing() {
        trouble(StackOverflowError::new);
        try (var service = RunningService.start(SampleService.class);
                var elsewhere = new Elsewhere()) {
            elsewhere.happened(subject, 1);
            await().until(() -> struck.get() > 1);
            SampleService.TROUBLES.remove(subject);

            await().until(() -> Arrivals.of(service, subject).equals("1"));
        }
    }

    private void trouble(Supplier<Throwable> what) {
        SampleService.TROUBLES.put(subject, () -> {
            struck.incrementAndGet();
            return what.get();
        });
    }
}
