package vn.dvk.kit.relay;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Kafka producer, made anew when it has died. It must be idempotent with {@code acks=all}: that is what the relay's
 * promise rests on.
 */
public final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** Longer than any delivery time-out: a producer that has not answered by then never will. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** What a failure is about. */
    enum Failure {
        /** The broker, or this topic: the same record may get through later. */
        BROKER,
        /** This record: it never gets through. */
        RECORD,
        /** This producer: no record gets through any more. */
        PRODUCER
    }

    /** A record on its way, and the producer that has it. */
    record Sending(@Nullable Producer<byte[], byte[]> by, Future<RecordMetadata> acknowledged) {

        /** Why it was refused at once, if it was. */
        @Nullable
        Throwable refused() {
            return acknowledged.state() == Future.State.FAILED ? acknowledged.exceptionNow() : null;
        }
    }

    private final Supplier<? extends Producer<byte[], byte[]>> factory;
    private @Nullable Producer<byte[], byte[]> producer;
    private volatile @Nullable String dead;
    private boolean closed;

    public Sender(Supplier<? extends Producer<byte[], byte[]>> factory) {
        this.factory = factory;
    }

    /** Never throws; the future says what went wrong. */
    Sending send(Supplier<ProducerRecord<byte[], byte[]>> record) {
        Producer<byte[], byte[]> by = null;
        try {
            by = current();
            return new Sending(by, by.send(record(record)));
        } catch (RuntimeException e) {
            return new Sending(by, CompletableFuture.failedFuture(e));
        }
    }

    /** What cannot become a record is the entry's fault. */
    private static ProducerRecord<byte[], byte[]> record(Supplier<ProducerRecord<byte[], byte[]>> record) {
        try {
            return record.get();
        } catch (RuntimeException e) {
            throw new SerializationException("it cannot become a record: " + e.getMessage(), e);
        }
    }

    /**
     * Sends them all and waits for all, in order.
     *
     * @throws KafkaException why one was not acknowledged; those before it were
     */
    public void publish(List<ProducerRecord<byte[], byte[]>> records) {
        records.stream().map(record -> send(() -> record)).toList().forEach(this::await);
    }

    /** @throws KafkaException why it was not acknowledged */
    void await(Sending sending) {
        try {
            sending.acknowledged().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            dead = null;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new ProducerFencedException("The producer has not answered for " + PATIENCE);
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }

    static Failure kindOf(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException _,
                    RecordBatchTooLargeException _,
                    SerializationException _,
                    InvalidRecordException _,
                    InvalidTimestampException _ -> Failure.RECORD;
            case InvalidTopicException _, RetriableException _ -> Failure.BROKER;
            case AuthorizationException _,
                    AuthenticationException _,
                    ProducerFencedException _,
                    OutOfOrderSequenceException _,
                    UnsupportedVersionException _ -> Failure.PRODUCER;
            case ApiException _ -> Failure.BROKER;
            // Closed, or its thread has died: IllegalStateException and bare KafkaExceptions, also as causes.
            default -> Failure.PRODUCER;
        };
    }

    private synchronized Producer<byte[], byte[]> current() {
        if (closed) {
            throw new KafkaException("The sender is closed");
        }
        if (producer == null) {
            producer = factory.get();
        }
        return producer;
    }

    /** The next record finds a new producer; {@link #dead} says why until one is acknowledged. */
    synchronized void renew(Sending failed, Throwable why) {
        dead = String.valueOf(why.getMessage());
        var old = producer;
        if (old != null && old == failed.by()) {
            producer = null;
            LOG.error("The producer is made anew: {}", why.toString());
            old.close(Duration.ZERO);
        }
    }

    /** Why the producer had to be made anew, while the new one has not been acknowledged anything; null if all is well. */
    public @Nullable String dead() {
        return dead;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
