package vn.dvk.service.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import vn.dvk.kit.intake.WaitingRoom.Head;
import vn.dvk.service.ServiceProperties;

/**
 * Whether events come in: the consumer runs, and no batch has been coming again for long. A consumer that has died, of
 * whatever, is started again.
 */
public class ConsumerWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerWatch.class);

    /** A batch may come again for a moment, while the store changes its primary. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final ServiceProperties service;
    private final Counter repeated;
    private final List<AbstractMessageListenerContainer<?, ?>> containers = new CopyOnWriteArrayList<>();
    private volatile Set<TopicPartition> assigned = Set.of();
    private volatile boolean moved;
    private volatile @Nullable Instant stuckSince;
    private volatile @Nullable String why;
    private volatile boolean watching;
    private Instant nextStart = Instant.EPOCH;
    private Duration pause = Duration.ofSeconds(1);

    ConsumerWatch(ServiceProperties service, MeterRegistry meters) {
        this.service = service;
        this.repeated = meters.counter("dvk.intake.repeated", "consumer", service.service());
        meters.gauge("dvk.consumer.running", this, watch -> watch.consumes() ? 1 : 0);
    }

    void over(AbstractMessageListenerContainer<?, ?> container) {
        containers.add(container);
    }

    void assigned(Collection<TopicPartition> partitions) {
        assigned = Set.copyOf(partitions);
        moved = true;
    }

    /** Whether this instance takes in what comes on that partition, as far as it knows. */
    public boolean isMine(TopicPartition partition) {
        return assigned.contains(partition);
    }

    /** Tells whose streams this instance looks after, if that has changed since it was last told. */
    public void ifMoved(Consumer<Predicate<Head>> told) {
        if (moved) {
            moved = false;
            var mine = assigned;
            try {
                told.accept(head -> mine.contains(new TopicPartition(head.topic(), head.partition())));
            } catch (RuntimeException e) {
                moved = true;
                throw e;
            }
        }
    }

    void wentThrough() {
        if (stuckSince != null) {
            LOG.info("Batches go through again");
        }
        stuckSince = null;
        why = null;
    }

    void comesAgain(Throwable failure) {
        repeated.increment();
        if (stuckSince == null) {
            stuckSince = Instant.now();
        }
        why = failure.toString();
        LOG.warn("The batch will come again: {}", failure.toString());
    }

    /** After the bindings, and at the end before them: what stops with the service is not started again. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        watching = true;
    }

    @Override
    public void stop() {
        watching = false;
    }

    @Override
    public boolean isRunning() {
        return watching;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        if (!watching) {
            return;
        }
        for (var container : containers) {
            if (container.isRunning()) {
                if (Instant.now().isAfter(nextStart.plus(LONGEST_PAUSE))) {
                    pause = Duration.ofSeconds(1);
                }
            } else if (Instant.now().isAfter(nextStart)) {
                LOG.error("The consumer has died and is started again; the next time not before {}", pause);
                nextStart = Instant.now().plus(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                container.start();
            }
        }
    }

    private boolean consumes() {
        return containers.stream().allMatch(AbstractMessageListenerContainer::isRunning);
    }

    /** In plain words what is wrong; null if events come in, or would if there were any. */
    public @Nullable String trouble() {
        if (service.topics().isEmpty() || !watching) {
            return null;
        }
        if (!consumes()) {
            return "the consumer does not run";
        }
        var since = stuckSince;
        return since != null && since.plus(PATIENCE).isBefore(Instant.now())
                ? "the same batch has been coming again since " + since + ": " + why
                : null;
    }
}
