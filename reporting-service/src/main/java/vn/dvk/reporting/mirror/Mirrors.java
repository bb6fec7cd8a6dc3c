package vn.dvk.reporting.mirror;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.relay.RelayProducer;
import vn.dvk.kit.relay.Sender;
import vn.dvk.reporting.events.Followed;
import vn.dvk.reporting.events.Installations;
import vn.dvk.service.IndexInitializer;
import vn.dvk.service.ServiceProperties;

/** One {@link Mirror} per followed installation that has a broker of its own. */
@Configuration(proxyBeanMethods = false)
class Mirrors {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of those that are followed, before anybody reads them. */
    @Bean
    IndexInitializer followedTopics(Installations installations, ServiceProperties service, Admin admin) {
        return new MissingTopics(admin, installations.own(service.topics()), installations.others());
    }

    @Bean
    SmartLifecycle mirroring(
            Installations installations,
            ServiceProperties service,
            @Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers,
            MeterRegistry meters) {
        var topics = installations.own(service.topics());
        return new Mirroring(installations.others().stream()
                .filter(other -> other.bootstrap() != null)
                .map(other -> mirror(
                        other,
                        topics,
                        settings(other, service.service() + "-of-" + installations.own()),
                        brokers,
                        meters))
                .toList());
    }

    private static Mirror mirror(
            Followed from, List<String> topics, Map<String, Object> settings, String brokers, MeterRegistry meters) {
        var tags = Tags.of("installation", from.installation().code());
        var records = meters.counter("dvk.mirror.records", tags);
        var mirror = new Mirror(
                from,
                topics,
                () -> consumer(settings),
                () -> new Sender(() -> RelayProducer.create(brokers, PATIENCE)),
                records::increment);
        meters.gauge("dvk.mirror.stands", tags, mirror, it -> it.stands() ? 1 : 0);
        return mirror;
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The group says who follows: another installation may follow the same one. */
    private static Map<String, Object> settings(Followed from, String group) {
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, from.bootstrap());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /** All of them, started and stopped together. */
    private record Mirroring(List<Mirror> mirrors) implements SmartLifecycle {

        /** When the topics here are there. */
        @Override
        public int getPhase() {
            return 1;
        }

        @Override
        public void start() {
            mirrors.forEach(Mirror::start);
        }

        @Override
        public void stop() {
            mirrors.forEach(Mirror::stop);
        }

        @Override
        public boolean isRunning() {
            return mirrors.stream().anyMatch(Mirror::isRunning);
        }
    }
}
