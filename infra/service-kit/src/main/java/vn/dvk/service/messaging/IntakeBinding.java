package vn.dvk.service.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Intake;
import vn.dvk.service.ServiceProperties;

/** The function {@code intake}: a batch of records in, each seen through, offsets committed when it returns. */
@Configuration(proxyBeanMethods = false)
public class IntakeBinding {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeBinding.class);

    @Bean
    KafkaHeaderMapper rawHeaders() {
        return new RawHeaders();
    }

    @Bean
    DeadLetters deadLetters(Producer<String, byte[]> producer, ServiceProperties service, MeterRegistry meters) {
        return new DeadLetters(producer, service, meters);
    }

    @Bean
    Consumer<Message<List<byte[]>>> intake(Intake intake, DeadLetters deadLetters) {
        return batch -> {
            try {
                var unreadable = new ArrayList<Runnable>();
                intake.accept(read(batch, deadLetters, unreadable));
                // Last, so that a batch that comes again because the store is away has not left dead letters behind.
                unreadable.forEach(Runnable::run);
            } catch (RuntimeException e) {
                LOG.warn("The batch will come again: {}", e.toString());
                throw e;
            }
        };
    }

    /** For ever, with growing pauses: the only failures that reach it are the store's and the broker's. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> tryForEver() {
        return (container, _, _) -> {
            var pauses = new ExponentialBackOff(500, 2);
            pauses.setMaxInterval(10_000);
            var handler = new DefaultErrorHandler(pauses);
            handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
            container.setCommonErrorHandler(handler);
        };
    }

    /** Static membership, where the instance has a lasting name: after a restart it gets its partitions back at once. */
    @Bean
    ClientFactoryCustomizer staticMembership(ServiceProperties service, @Value("${DVK_INSTANCE:}") String instance) {
        return new ClientFactoryCustomizer() {
            @Override
            public void configure(ConsumerFactory<?, ?> factory) {
                if (!instance.isBlank()) {
                    factory.updateConfigs(Map.of("group.instance.id", service.service() + "-" + instance));
                }
            }
        };
    }

    /** @param unreadable what is to be done with the records that are no events */
    private static List<IncomingEvent> read(
            Message<List<byte[]>> batch, DeadLetters deadLetters, List<Runnable> unreadable) {
        var headers = batch.getHeaders();
        var topics = list(headers.get(KafkaHeaders.RECEIVED_TOPIC));
        var partitions = list(headers.get(KafkaHeaders.RECEIVED_PARTITION));
        var offsets = list(headers.get(KafkaHeaders.OFFSET));
        var keys = list(headers.get(KafkaHeaders.RECEIVED_KEY));
        var recordHeaders = list(headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS));
        var events = new ArrayList<IncomingEvent>();
        List<?> payloads = batch.getPayload();
        for (var i = 0; i < payloads.size(); i++) {
            var topic = String.valueOf(topics.get(i));
            var partition = ((Number) Objects.requireNonNull(partitions.get(i))).intValue();
            var offset = ((Number) Objects.requireNonNull(offsets.get(i))).longValue();
            var key = text(keys.get(i));
            var raw = bytes(recordHeaders.get(i));
            var body = payloads.get(i) instanceof byte[] bytes ? bytes : null;
            try {
                if (body == null) {
                    throw new IllegalArgumentException("the record has no body");
                }
                events.add(Envelope.read(topic, partition, offset, key, raw, body));
            } catch (Envelope.Unreadable | IllegalArgumentException e) {
                var why = String.valueOf(e.getMessage());
                unreadable.add(() -> deadLetters.add(topic, partition, offset, key, raw, body, why));
            }
        }
        return events;
    }

    private static List<?> list(@Nullable Object header) {
        return header instanceof List<?> list ? list : List.of();
    }

    private static @Nullable String text(@Nullable Object key) {
        return key instanceof byte[] bytes
                ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                : key instanceof String text ? text : null;
    }

    private static Map<String, byte[]> bytes(@Nullable Object headers) {
        var raw = new LinkedHashMap<String, byte[]>();
        if (headers instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof byte[] bytes) {
                    raw.put(String.valueOf(name), bytes);
                }
            });
        }
        return raw;
    }
}
