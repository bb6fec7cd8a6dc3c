package vn.dvk.service;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.EventHandlers;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.MongoWaitingRoom;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.relay.RelayProducer;
import vn.dvk.kit.relay.RelaySettings;
import vn.dvk.kit.relay.Sender;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.messaging.ConsumerWatch;
import vn.dvk.service.messaging.IntakeBinding;
import vn.dvk.service.operations.Lag;
import vn.dvk.service.operations.LagController;
import vn.dvk.service.operations.MessagingHealth;
import vn.dvk.service.operations.RepublishController;
import vn.dvk.service.operations.StoreHealth;
import vn.dvk.service.operations.WaitingController;
import vn.dvk.service.web.Documentation;
import vn.dvk.service.web.Security;
import vn.dvk.service.web.WebKit;

/** Wires the event kit to Spring, MongoDB and Kafka, the same way in every service. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableScheduling
@EnableConfigurationProperties(ServiceProperties.class)
@Import({
    WebKit.class,
    Security.class,
    Documentation.class,
    IntakeBinding.class,
    LagController.class,
    WaitingController.class,
    RepublishController.class
})
public class ServiceKit {

    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(5);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Which one this is; its own sources are made of it. */
    @Bean
    Installation installation(ServiceProperties service) {
        return service.installation();
    }

    @Bean
    MongoDatabase database(MongoClient client, ServiceProperties service) {
        return client.getDatabase(service.database());
    }

    /** Idempotent and acknowledged by all replicas: what the relay's promise rests on. */
    @Bean(destroyMethod = "close")
    Sender sender(@Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
        return new Sender(() -> RelayProducer.create(brokers, BROKER_PATIENCE));
    }

    /** Every operation ends, and what is acknowledged survives a change of the primary (ADR 0010). */
    @Bean
    MongoClientSettingsBuilderCustomizer storeThatAnswersOrFails(ServiceProperties service) {
        return settings -> settings.timeout(service.storeTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(service.storeTimeout().toMillis() / 4, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(2, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary());
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
    Relay relay(Sender sender, ServiceProperties service, MeterRegistry meters) {
        return new Relay(
                sender,
                new Envelope("vn.dvk.", service.contracts()),
                RelaySettings.DEFAULT.bound(service.relayBound()),
                meters);
    }

    @Bean
    MongoWaitingRoom waitingRoom(ServiceProperties service, MongoDatabase database) {
        return new MongoWaitingRoom(service.service(), database);
    }

    @Bean
    Intake eventIntake(
            ServiceProperties service,
            ObjectProvider<EventHandler> handlers,
            ObjectProvider<EventHandlers> more,
            MongoWaitingRoom room,
            MeterRegistry meters) {
        var all = new ArrayList<EventHandler>(handlers.orderedStream().toList());
        more.orderedStream().forEach(some -> all.addAll(some.all()));
        return new Intake(service.service(), all, room, meters);
    }

    /** Before the bindings start to deliver, and after they have stopped. */
    @Bean
    ServiceLifecycle running(
            List<Streams<?, ?, ?>> streams,
            ObjectProvider<IndexInitializer> preparations,
            Relay relay,
            Intake intake,
            ConsumerWatch consumer,
            Lag lag) {
        return new ServiceLifecycle(streams, preparations.orderedStream().toList(), relay, intake, consumer, lag);
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoDatabase database) {
        return new StoreHealth(database);
    }

    @Bean
    MessagingHealth messagingHealthIndicator(Sender sender, Relay relay, ConsumerWatch consumer, Lag lag) {
        return new MessagingHealth(sender, relay, consumer, lag);
    }

    @Bean
    Lag lag(Admin admin, ServiceProperties service, Relay relay, Intake intake, MeterRegistry meters) {
        return new Lag(admin, service, relay, intake, meters);
    }
}
