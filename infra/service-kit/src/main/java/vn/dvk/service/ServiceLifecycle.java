package vn.dvk.service;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import vn.dvk.kit.intake.Intake;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.messaging.ConsumerWatch;
import vn.dvk.service.operations.Lag;

/**
 * What runs besides requests: indexes at the start, then the relay, the second look at streams that wait
 * and the measuring of the lag.
 *
 * <p>A lifecycle and not constructors, so that a service can be built without a store or a broker in reach (start-up
 * cache training, tests of the web layer).
 */
class ServiceLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLifecycle.class);

    private final List<Streams<?, ?, ?>> streams;
    private final List<IndexInitializer> indexes;
    private final Relay relay;
    private final Intake intake;
    private final ConsumerWatch consumer;
    private final Lag lag;
    private volatile boolean running;

    ServiceLifecycle(
            List<Streams<?, ?, ?>> streams,
            List<IndexInitializer> indexes,
            Relay relay,
            Intake intake,
            ConsumerWatch consumer,
            Lag lag) {
        this.streams = streams;
        this.indexes = indexes;
        this.relay = relay;
        this.intake = intake;
        this.consumer = consumer;
        this.lag = lag;
    }

    /** Before the stream bindings and the web server, which start later than 0. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        streams.forEach(Streams::prepare);
        indexes.forEach(IndexInitializer::prepare);
        relay.start();
        running = true;
    }

    @Scheduled(fixedDelayString = "${dvk.retry:1s}")
    void lookAtWhatWaits() {
        whileRunning("Could not look at what waits", () -> {
            consumer.ifMoved(intake::lookAfter);
            intake.tryWaitingAgain();
        });
    }

    /** So that the meter and its alert know, also when nobody asks. */
    @Scheduled(initialDelay = 1_000, fixedDelay = 10_000)
    void measureTheLag() {
        whileRunning("The lag is not known", lag::read);
    }

    private void whileRunning(String otherwise, Runnable work) {
        if (running) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("{} for the moment: {}", otherwise, e.toString());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        relay.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
