package vn.dvk.service.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;
import vn.dvk.kit.envelope.Envelope;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.RecordReader;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.relay.Sender;
import vn.dvk.service.ServiceProperties;
import vn.dvk.service.messaging.DeadLetters.DeadLetter;

/** The function {@code intake}: a batch of records in, each seen through, offsets committed when it returns. */
@Configuration(proxyBeanMethods = false)
public class IntakeBinding {

    /** Named in the binding's settings. */
    @Bean
    RecordBatches recordBatches() {
        return new RecordBatches();
    }

    /** The own installation's services, unless a service says whom it believes. */
    @Bean
    @ConditionalOnMissingBean
    RecordReader recordReader(Installation installation) {
        return RecordReader.of(installation);
    }

    @Bean
    DeadLetters deadLetters(Sender sender, ServiceProperties service, MeterRegistry meters) {
        return new DeadLetters(sender, service, meters);
    }

    @Bean
    ConsumerWatch consumerWatch(ServiceProperties service, MeterRegistry meters) {
        return new ConsumerWatch(service, meters);
    }

    @Bean
    Consumer<Message<List<byte[]>>> intake(
            RecordReader reader, Intake intake, DeadLetters deadLetters, ConsumerWatch watch) {
        return batch -> {
            try {
                var dead = new ArrayList<DeadLetter>();
                intake.accept(read(reader, RecordBatches.records(batch), dead));
                // Last, so that a batch that comes again because the store is away has not left dead letters behind.
                deadLetters.add(dead);
                watch.wentThrough();
            } catch (RuntimeException | StackOverflowError e) {
                watch.comesAgain(e);
                throw new IllegalStateException("The batch comes again", e);
            }
        };
    }

    /** For ever, with growing pauses, whatever the class of the failure: no batch is ever given up. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> tryForEver(ConsumerWatch watch) {
        return (container, _, _) -> {
            var pauses = new ExponentialBackOff(500, 2);
            pauses.setMaxInterval(10_000);
            var handler = new DefaultErrorHandler(pauses);
            handler.setClassifications(Map.of(), true);
            handler.setLogLevel(org.springframework.kafka.KafkaException.Level.DEBUG);
            container.setCommonErrorHandler(handler);
            container.getContainerProperties().setAuthExceptionRetryInterval(java.time.Duration.ofSeconds(10));
            // Nobody waits for an offset to be written: what comes twice is known by its position.
            container.getContainerProperties().setSyncCommits(false);
            watch.over(container);
        };
    }

    /** Who has which partitions looks after the streams that wait from them. */
    @Bean
    KafkaBindingRebalanceListener partitionsHaveMoved(ConsumerWatch watch) {
        return new KafkaBindingRebalanceListener() {
            @Override
            public void onPartitionsAssigned(
                    String binding,
                    org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
                    Collection<TopicPartition> partitions,
                    boolean initial) {
                watch.assigned(consumer.assignment());
            }
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

    /** @param dead what is to become of the records that are no events, or not the topic's owner's */
    private static List<IncomingEvent> read(
            RecordReader reader, List<ConsumerRecord<byte[], byte[]>> records, List<DeadLetter> dead) {
        var events = new ArrayList<IncomingEvent>();
        for (var record : records) {
            try {
                events.add(reader.read(record));
            } catch (Envelope.Unreadable e) {
                dead.add(new DeadLetter(record, String.valueOf(e.getMessage())));
            }
        }
        return events;
    }
}
