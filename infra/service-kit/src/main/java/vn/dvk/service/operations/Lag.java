package vn.dvk.service.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.WaitingRoom.Why;
import vn.dvk.kit.relay.Relay;
import vn.dvk.service.ServiceProperties;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** How far this service is behind, asked of the broker and the store, not guessed. */
public class Lag {

    /**
     * @param outbox  entries not yet published
     * @param topics  records not yet seen through, per topic
     * @param read    sum of the end offsets of all topics it reads: unchanged between two looks means nothing came in
     * @param waiting streams of this instance that wait for something
     * @param parked  of these, the ones that wait for a person
     */
    public record Reading(long outbox, Map<String, Long> topics, long read, long waiting, long parked) {

        public long lag() {
            return topics.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Lag.class);

    private final Admin admin;
    private final ServiceProperties service;
    private final Relay relay;
    private final Intake intake;
    private final Map<String, Long> lastLag = new ConcurrentHashMap<>();
    private volatile @Nullable Instant silentSince;

    public Lag(Admin admin, ServiceProperties service, Relay relay, Intake intake, MeterRegistry meters) {
        this.admin = admin;
        this.service = service;
        this.relay = relay;
        this.intake = intake;
        for (var topic : service.topics()) {
            lastLag.put(topic, 0L);
            meters.gauge("dvk.consumer.lag", Tags.of("topic", topic), lastLag, all -> all.getOrDefault(topic, 0L));
        }
    }

    /** How long the broker has not answered; it is asked every few seconds, whoever else asks or not. */
    public Duration silence() {
        var since = silentSince;
        return since == null ? Duration.ZERO : Duration.between(since, Instant.now());
    }

    /** @throws Refused if the broker does not answer within five seconds */
    public Reading read() {
        var asked = Instant.now();
        var topics = new LinkedHashMap<String, Long>();
        var ends = 0L;
        try {
            var partitions =
                    admin.describeTopics(service.topics()).allTopicNames().get(5, TimeUnit.SECONDS).entrySet().stream()
                            .flatMap(topic -> topic.getValue().partitions().stream()
                                    .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                            .toList();
            var committed = admin.listConsumerGroupOffsets(service.service())
                    .partitionsToOffsetAndMetadata()
                    .get(5, TimeUnit.SECONDS);
            var latest = admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest())))
                    .all()
                    .get(5, TimeUnit.SECONDS);
            for (var partition : partitions) {
                var end =
                        java.util.Objects.requireNonNull(latest.get(partition)).offset();
                var at = committed.get(partition);
                ends += end;
                topics.merge(partition.topic(), Math.max(0, end - (at == null ? 0 : at.offset())), Long::sum);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The broker does not say how far it is: {}", e.toString());
            if (silentSince == null) {
                silentSince = asked;
            }
            throw new Refused(WebReason.BROKER_AWAY);
        }
        silentSince = null;
        lastLag.putAll(topics);
        var parked = intake.waiting(Why.PARKED);
        var others = Arrays.stream(Why.values())
                .filter(why -> why != Why.PARKED)
                .mapToLong(intake::waiting)
                .sum();
        return new Reading(relay.outboxSize(), topics, ends, parked + others, parked);
    }
}
