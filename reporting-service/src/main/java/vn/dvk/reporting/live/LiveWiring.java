package vn.dvk.reporting.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.reporting.counting.Counting;
import vn.dvk.reporting.counting.DuckFacts;
import vn.dvk.reporting.counting.FactQueries;
import vn.dvk.reporting.counting.FreshestFacts;
import vn.dvk.reporting.counting.MongoFacts;
import vn.dvk.reporting.events.GrouplessConsumers;
import vn.dvk.reporting.events.Installations;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.projection.Generations;
import vn.dvk.service.ServiceProperties;
import vn.dvk.service.messaging.ConsumerWatch;

/** The replica, what follows the topics, and the open pages. */
@Configuration(proxyBeanMethods = false)
class LiveWiring {

    /** Not a consumer of a group: it commits nothing and shares partitions with nobody. */
    @Bean
    GrouplessConsumers grouplessConsumers(@Value("${spring.cloud.stream.kafka.binder.brokers}") String brokers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        // A broker answers one request at a time: who turns to other partitions waits for the last one's answer.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Bean
    FactReplica factReplica(
            Generations generations,
            @Value("${dvk.reporting.duckdb:true}") boolean duckdb,
            @Value("${dvk.reporting.duckdb-threads:2}") int threads,
            @Value("${dvk.reporting.duckdb-memory:768MB}") DataSize memory,
            @Value("${dvk.reporting.duckdb-folder:${java.io.tmpdir}/dvk-reporting/${random.uuid}}") Path folder,
            MeterRegistry meters) {
        var limits = new DuckFacts.Limits(threads, memory.toBytes(), folder);
        var replica = new FactReplica(generations, duckdb ? () -> new DuckFacts(limits) : null);
        meters.gauge("dvk.replica.facts", replica, FactReplica::rows);
        return replica;
    }

    @Bean
    FactQueries factQueries(Generations generations, FactReplica replica) {
        return new FreshestFacts(replica::current, replica::forget, readStore(generations));
    }

    private static FactQueries readStore(Generations generations) {
        return new MongoFacts(() -> generations.reading().cards());
    }

    /** The page takes the replica as it is: it is told of every change, so a moment behind is soon made up for. */
    @Bean
    Overviews overviews(
            Generations generations, FactReplica replica, Directory directory, Installations installations) {
        return new Overviews(
                new Counting(
                        new FreshestFacts(replica::loaded, replica::forget, readStore(generations)),
                        directory,
                        installations),
                directory);
    }

    @Bean
    Hub hub(Overviews overviews, Directory directory, MessageSource texts, JsonMapper json, MeterRegistry meters) {
        return new Hub(overviews, directory, texts, json, meters);
    }

    /** How far this instance is, for health and answers. */
    @Bean
    ReplicaHealth replicaHealthIndicator(Follower follower, FactReplica replica) {
        return new ReplicaHealth(follower, replica);
    }

    @Bean
    Follower follower(
            GrouplessConsumers consumers,
            RecordReader reader,
            Admin admin,
            ServiceProperties service,
            ConsumerWatch intake,
            WaitingRoom room,
            Generations generations,
            Directory directory,
            FactReplica replica,
            Hub hub,
            @Value("${dvk.reporting.watermark-settle:100ms}") Duration settle) {
        return new Follower(
                consumers, reader, admin, service, intake, room, generations, directory, replica, hub, settle);
    }
}
