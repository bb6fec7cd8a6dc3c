package vn.dvk.reporting.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dvk.local.Broker;
import vn.dvk.local.Topics;
import vn.dvk.reporting.ReportingApplication;
import vn.dvk.reporting.running.Model;
import vn.dvk.reporting.running.Reporting;
import vn.dvk.spec.RunningService;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.SampleEvent.Origin;
import vn.dvk.spec.Topic;

/** Another installation with a broker of its own, which goes away and comes back. */
class MirrorTest {

    private static final String HERE = "ha-giang.dvk.registration.v1";

    @Test
    void whatLiesOnAnothersBrokerIsReadHereAndGoesOnWhenItComesBack(@TempDir Path folder) {
        var broker = Broker.start(folder);
        var address = broker.bootstrap();
        try (var service = start(address)) {
            var reporting = new Reporting(service);
            Topics.LOCAL.create(address, _ -> {});
            var first = new Reporting(service).newModel("P-2025", "TM").registered("2025-03-01");
            var second = reporting.newModel("P-2025", "TM").registered("2025-03-02");
            publish(address, first);
            reporting.await("measure=registered&installation=ha-giang", 1);

            var port = broker.port();
            broker.close();
            var own = reporting.newProgramme();
            reporting.publish(reporting.newModel(own, own + "-1").registered("2024-03-01"));
            reporting.await("measure=registered&programme=" + own, 1);

            broker = Broker.start(folder, port, 0);
            publish(address, first);
            publish(address, second);
            reporting.await("measure=registered&installation=ha-giang", 2);

            // As it was published, and what was published twice as often: to readers a duplicate.
            var copies = Topic.named(HERE).events(first.id());
            assertThat(copies).hasSize(1);
            assertThat(copies.getFirst().body())
                    .isEqualTo(first.events().getFirst().published().body());
            assertThat(Topic.named(HERE).records(one -> first.id().equals(one.key())))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(
                            one -> assertThat(Topic.header(one, "ce_source")).isEqualTo("/dvk/ha-giang/registration"));
        } finally {
            broker.close();
        }
    }

    /** Its broker is not there yet: nothing waits for it. */
    private static RunningService start(String address) {
        return RunningService.start(
                ReportingApplication.class,
                "dvk.reporting.follows[0].installation=ha-giang",
                "dvk.reporting.follows[0].bootstrap=" + address);
    }

    private static void publish(String address, Model model) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            List<SampleEvent> events = model.events();
            events.forEach(event ->
                    producer.send(event.from(new Origin("ha-giang", "")).record()));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(Topic.named(HERE).records()).isNotEmpty());
    }
}
