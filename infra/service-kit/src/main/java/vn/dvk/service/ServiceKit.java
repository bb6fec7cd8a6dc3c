package vn.dvk.service;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.messaging.IntakeBinding;
import vn.dvk.service.operations.Lag;
import vn.dvk.service.operations.LagController;
import vn.dvk.service.operations.StoreHealth;
import vn.dvk.service.operations.WaitingController;
import vn.dvk.service.web.Documentation;
import vn.dvk.service.web.Security;
import vn.dvk.service.web.WebKit;

/** Wires the event kit to Spring, MongoDB and Kafka, the same way in every service. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(ServiceProperties.class)
@Import({
    WebKit.class,
    Security.class,
    Documentation.class,
    IntakeBinding.class,
    LagController.class,
    WaitingController.class
})
public class ServiceKit {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoDatabase database(MongoClient client, ServiceProperties service) {
        return client.getDatabase(service.database());
    }

    /** Idempotent and acknowledged by all replicas: what the relay's promise rests on. */
    @Bean(destroyMethod = "close")
    Producer<String, byte[]> producer(@Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean(destroyMethod = "close")
    Admin brokerAdmin(@Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000));
    }

    @Bean(destroyMethod = "")
    Relay relay(Producer<String, byte[]> producer, MeterRegistry meters) {
        return new Relay(producer, RelaySettings.DEFAULT, meters);
    }

    @Bean
    WaitingRoom waitingRoom(MongoDatabase database) {
        return new WaitingRoom(database);
    }

    @Bean
    Intake eventIntake(
            ServiceProperties service, ObjectProvider<EventHandler> handlers, WaitingRoom room, MeterRegistry meters) {
        return new Intake(service.service(), handlers.orderedStream().toList(), room, meters);
    }

    /** Before the bindings start to deliver, and after they have stopped. */
    @Bean
    ServiceLifecycle running(
            List<Streams<?, ?, ?>> streams,
            ObjectProvider<IndexInitializer> preparations,
            WaitingRoom room,
            Relay relay,
            Intake intake,
            Lag lag,
            ServiceProperties service) {
        return new ServiceLifecycle(
                streams, preparations.orderedStream().toList(), room, relay, intake, lag, service.retry());
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoDatabase database) {
        return new StoreHealth(database);
    }

    @Bean
    Lag lag(Admin admin, ServiceProperties service, Relay relay, WaitingRoom room, MeterRegistry meters) {
        return new Lag(admin, service, relay, room, meters);
    }
}
