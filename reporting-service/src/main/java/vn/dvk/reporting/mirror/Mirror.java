package vn.dvk.reporting.mirror;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.relay.Sender;
import vn.dvk.reporting.events.Followed;

/**
 * Copies the topics of one installation that has a broker of its own onto ours, record by record as they are. So a
 * rebuild has one log, with our time of arrival, and needs nobody else's broker (decision 0028).
 *
 * <p>At least once: it says there how far it is only after our broker has acknowledged, and what comes twice is a
 * duplicate to every reader. A key's records stay in order, because they come from one partition and go to one. Instances
 * share the partitions. While the other broker is away it is tried again, and everything here goes on.
 */
final class Mirror {

    private static final Logger LOG = LoggerFactory.getLogger(Mirror.class);

    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Followed from;
    private final List<String> topics;
    private final Supplier<Consumer<byte[], byte[]>> there;
    private final Supplier<Sender> here;
    private final LongConsumer copied;
    private volatile boolean stands;
    private volatile @Nullable Consumer<byte[], byte[]> reading;
    private volatile @Nullable Thread thread;

    /**
     * @param topics as they are called there
     * @param there  makes a consumer of a group that all instances share and nobody else is in
     * @param copied told how many records our broker has acknowledged
     */
    Mirror(
            Followed from,
            List<String> topics,
            Supplier<Consumer<byte[], byte[]>> there,
            Supplier<Sender> here,
            LongConsumer copied) {
        this.from = from;
        this.topics = List.copyOf(topics);
        this.there = there;
        this.here = here;
        this.copied = copied;
    }

    /** Whether it has failed since it last got through. */
    boolean stands() {
        return stands;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (isRunning()) {
            try (var sender = here.get();
                    var consumer = there.get()) {
                reading = consumer;
                consumer.subscribe(topics);
                while (isRunning()) {
                    copy(consumer, sender);
                    pause = FIRST_PAUSE;
                }
            } catch (WakeupException _) {
                // It ends.
            } catch (RuntimeException e) {
                stands = true;
                LOG.warn(
                        "Cannot copy what comes from {}, next try in {}: {}", from.installation(), pause, e.toString());
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } finally {
                reading = null;
            }
        }
    }

    private void copy(Consumer<byte[], byte[]> consumer, Sender sender) {
        var records = consumer.poll(LONGEST_POLL);
        if (!records.isEmpty()) {
            sender.publish(copies(records));
            consumer.commitSync();
            copied.accept(records.count());
            if (stands) {
                LOG.info("What comes from {} is copied again", from.installation());
            }
            stands = false;
        }
    }

    private List<ProducerRecord<byte[], byte[]>> copies(ConsumerRecords<byte[], byte[]> records) {
        var copies = new ArrayList<ProducerRecord<byte[], byte[]>>(records.count());
        records.forEach(record -> copies.add(copy(record)));
        return copies;
    }

    /** Its partition follows from its key, for we may have another number of them. */
    private ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(from.topic(record.topic()), null, record.key(), record.value(), record.headers());
    }

    void start() {
        var worker = Thread.ofPlatform()
                .name("mirror-" + from.installation())
                .daemon()
                .unstarted(this::run);
        thread = worker;
        worker.start();
    }

    void stop() {
        var worker = thread;
        thread = null;
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isRunning() {
        return thread != null;
    }
}
