package vn.dvk.service.messaging;

import java.lang.reflect.Type;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * A batch as one message that carries the records as they came, keys and headers included: dead letters need them, and
 * the framework's own parallel lists lose nulls, doubles and the order.
 */
class RecordBatches implements BatchMessageConverter {

    private static final String RECORDS = "dvk_records";

    @Override
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type payloadType) {
        return of(records);
    }

    /** As the function {@code intake} takes it. */
    static Message<List<byte[]>> of(List<? extends ConsumerRecord<?, ?>> records) {
        return MessageBuilder.withPayload(records.stream()
                        .map(record -> record.value() instanceof byte[] body ? body : new byte[0])
                        .toList())
                .setHeader(RECORDS, records)
                .build();
    }

    /** @throws IllegalStateException if it came some other way: then nothing of it may count as seen */
    @SuppressWarnings("unchecked") // the binding says that keys and values are left as they are
    static List<ConsumerRecord<byte[], byte[]>> records(Message<?> batch) {
        if (batch.getHeaders().get(RECORDS) instanceof List<?> records) {
            return (List<ConsumerRecord<byte[], byte[]>>) records;
        }
        throw new IllegalStateException("The binding does not use " + RecordBatches.class.getSimpleName());
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("Publishing does not go through the binder");
    }
}
