package vn.dvk.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.intake.WaitingRoom;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.operations.Lag;

/**
 * What runs besides requests: indexes at the start, then the relay, the second look at streams that wait, and the
 * measuring of the lag.
 *
 * <p>A lifecycle and not constructors, so that a service can be built without a store or a broker in reach (start-up
 * cache training, tests of the web layer).
 */
class ServiceLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLifecycle.class);

    private final List<Streams<?, ?, ?>> streams;
    private final List<IndexInitializer> preparations;
    private final WaitingRoom room;
    private final Relay relay;
    private final Intake intake;
    private final Lag lag;
    private final Duration retry;
    private volatile @Nullable ScheduledExecutorService timer;

    ServiceLifecycle(
            List<Streams<?, ?, ?>> streams,
            List<IndexInitializer> preparations,
            WaitingRoom room,
            Relay relay,
            Intake intake,
            Lag lag,
            Duration retry) {
        this.streams = streams;
        this.preparations = preparations;
        this.room = room;
        this.relay = relay;
        this.intake = intake;
        this.lag = lag;
        this.retry = retry;
    }

    /** Before the stream bindings and the web server, which start later than 0. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        streams.forEach(Streams::prepare);
        preparations.forEach(IndexInitializer::prepare);
        room.prepare();
        relay.start();
        var executor = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("waiting-", 1).daemon().factory());
        executor.scheduleWithFixedDelay(this::tryAgain, retry.toMillis(), retry.toMillis(), TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(this::measureLag, 1, 10, TimeUnit.SECONDS);
        timer = executor;
    }

    private void tryAgain() {
        try {
            intake.tryWaitingAgain();
        } catch (RuntimeException e) {
            LOG.warn("Could not look at what waits, next try in {}: {}", retry, e.toString());
        }
    }

    /** So that the meter and its alert know, also when nobody asks. */
    private void measureLag() {
        try {
            lag.read();
        } catch (RuntimeException e) {
            LOG.debug("The lag is not known for the moment: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        var executor = timer;
        if (executor != null) {
            executor.shutdown();
        }
        timer = null;
        relay.close();
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
