package vn.dvk.service.web;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's HTTP/1.1, in which a request has to be here as a whole within a time that starts with its first byte: its
 * line, its headers, its body, and also what is left of a body that nobody wanted to read. Tomcat's own time-outs start
 * again with every byte, so that a caller who sends one every few seconds is never done.
 *
 * <p>Whoever is too slow is cut off without an answer; {@link WholeBody} gives one a little earlier where it can. Public
 * with a constructor without arguments, because Tomcat makes it by its name.
 */
public final class WholeRequestProtocol extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(WholeRequestProtocol.class);

    private static final Duration NEVER = Duration.ofDays(1);

    /** Tomcat keeps a processor for the next connection, or forgets it. */
    private final Set<TimedProcessor> processors =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile Duration deadline = NEVER;
    private volatile @Nullable ScheduledFuture<?> watch;

    /** @param whole time from a request's first byte to its last */
    void setDeadline(Duration whole) {
        deadline = whole;
    }

    @Override
    protected Processor createProcessor() {
        var processor = new TimedProcessor(this);
        processors.add(processor);
        return processor;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor().scheduleWithFixedDelay(this::cutOffTheSlow, 500, 500, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        var running = watch;
        if (running != null) {
            running.cancel(false);
        }
        super.stop();
    }

    private void cutOffTheSlow() {
        List<TimedProcessor> all;
        synchronized (processors) {
            all = List.copyOf(processors);
        }
        for (var processor : all) {
            processor.cutOffIfSlow(deadline.toNanos());
        }
    }

    private static final class TimedProcessor extends Http11Processor {

        TimedProcessor(WholeRequestProtocol protocol) {
            super(protocol, protocol.getAdapter());
        }

        /** Looks from another thread at a request that may end at any moment, so the start is compared twice. */
        void cutOffIfSlow(long nanos) {
            var start = getRequest().getStartTimeNanos();
            SocketWrapperBase<?> socket = getSocketWrapper();
            if (start != -1
                    && System.nanoTime() - start > nanos
                    && socket != null
                    && !isRequestBodyFullyRead()
                    && getRequest().getStartTimeNanos() == start) {
                LOG.warn("{} is too slow with its request and was cut off", socket.getRemoteAddr());
                socket.close();
            }
        }
    }
}
