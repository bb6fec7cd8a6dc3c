package vn.dvk.service.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.relay.Sender;
import vn.dvk.service.ServiceProperties;

/**
 * Records that cannot be read as events, so that nobody knows which stream they belong to: to {@code <topic>.dlt}, same
 * partition, key and headers exactly as they came, and behind them who could not read it, why, and where it stands. The
 * body goes with it up to {@value #LARGEST} bytes; a larger one is found by its place.
 */
class DeadLetters {

    static final int LARGEST = 512 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** @param why in plain words */
    record DeadLetter(ConsumerRecord<byte[], byte[]> record, String why) {}

    private final Sender sender;
    private final ServiceProperties service;
    private final MeterRegistry meters;

    DeadLetters(Sender sender, ServiceProperties service, MeterRegistry meters) {
        this.sender = sender;
        this.service = service;
        this.meters = meters;
    }

    /** @throws org.apache.kafka.common.KafkaException if the broker does not take them; the batch then comes again */
    void add(List<DeadLetter> letters) {
        try {
            sender.publish(letters.stream().map(letter -> record(letter, true)).toList());
        } catch (RecordTooLargeException _) {
            sender.publish(letters.stream().map(letter -> record(letter, false)).toList());
        }
        for (var letter : letters) {
            meters.counter("dvk.intake.records", "consumer", service.service(), "result", "dead")
                    .increment();
            var record = letter.record();
            LOG.error(
                    "{}-{}@{} cannot be read and is a dead letter now: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    letter.why());
        }
    }

    /** @param whole false leaves only the place and the reason, which always fit */
    private ProducerRecord<byte[], byte[]> record(DeadLetter letter, boolean whole) {
        var record = letter.record();
        var headers = whole ? new RecordHeaders(record.headers()) : new RecordHeaders();
        headers.add("dvk_reader", bytes(service.service()))
                .add("dvk_reason", bytes(letter.why()))
                .add("dvk_topic", bytes(record.topic()))
                .add("dvk_partition", bytes(Integer.toString(record.partition())))
                .add("dvk_offset", bytes(Long.toString(record.offset())));
        var fits = whole && record.value() != null && record.value().length <= LARGEST;
        return new ProducerRecord<>(
                record.topic() + ".dlt",
                record.partition(),
                whole ? record.key() : null,
                fits ? record.value() : null,
                headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
