package vn.dvk.service.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dvk.local.Broker;
import vn.dvk.local.Topics;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;

/** The broker goes away while nothing is to be sent and nothing comes in, and comes back. */
class BrokerAwayTest {

    @TempDir
    private Path folder;

    @Test
    void an_idle_service_is_not_ready_without_its_broker_and_ready_again_with_it() {
        var broker = Broker.start(folder);
        try {
            Consumer<String> quietly = _ -> {};
            Topics.LOCAL.create(broker.bootstrap(), quietly);
            try (var service = RunningService.start(SampleService.class, "DVK_KAFKA_BOOTSTRAP=" + broker.bootstrap())) {
                assertThat(readiness(service)).isEqualTo(200);

                broker.close();
                await().until(() -> readiness(service) == 503);

                broker = Broker.start(folder, broker.port(), 0);
                await().until(() -> readiness(service) == 200);
            }
        } finally {
            broker.close();
        }
    }

    private static int readiness(RunningService service) {
        return service.api().get("/actuator/health/readiness").status();
    }
}
