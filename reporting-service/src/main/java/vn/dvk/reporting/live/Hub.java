package vn.dvk.reporting.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Texts;
import vn.dvk.service.web.Refused;

/**
 * Open pages and what they are told: a snapshot first, then changes. Totals are counted again at once, and
 * while much happens as often as leaves three quarters of the time to others; one count that was held up is no reason to
 * wait.
 */
public final class Hub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    /** What comes within it is one change to who looks, and costs one frame. */
    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    /** What sending one frame to one page takes, about: a frame for thousands is worth waiting for. */
    private static final long PER_CLIENT = TimeUnit.MICROSECONDS.toNanos(100);

    /** Proxies end what is silent for a minute; shorter also finds who has gone. */
    private static final long BETWEEN_BEATS = TimeUnit.SECONDS.toNanos(10);

    private static final long KEPT_IDLE = TimeUnit.SECONDS.toNanos(60);
    private static final int MOST_CHANNELS = 200;
    private static final int MOST_CLIENTS = 4000;

    private final Overviews overviews;
    private final Directory directory;
    private final MessageSource texts;
    private final JsonMapper json;
    private final Counter dropped;
    private final Feed feed = new Feed();
    private final Map<Channel.Key, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicBoolean stirred = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    public Hub(Overviews overviews, Directory directory, MessageSource texts, JsonMapper json, MeterRegistry meters) {
        this.overviews = overviews;
        this.directory = directory;
        this.texts = texts;
        this.json = json;
        this.dropped = meters.counter("dvk.live.dropped");
        meters.gauge("dvk.live.clients", this, Hub::clients);
    }

    /** Nobody more can be served. */
    public static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a page shows: the totals and the latest steps forward, as sentences. */
    public record State(Overview overview, List<Line> feed) {}

    /** @param at recorded, an ISO instant */
    public record Line(String id, String at, @Nullable String name, String text, String unit) {}

    private double clients() {
        return channels.values().stream().mapToInt(Channel::size).sum();
    }

    public State state(@Nullable String programme, @Nullable LocalDate asOf, Locale locale) {
        var words = new Texts(texts, locale);
        return new State(
                overviews.of(programme, asOf),
                feed.latest(programme).stream().map(item -> line(item, words)).toList());
    }

    private Line line(Feed.Item item, Texts words) {
        var detail = item.level() != null
                ? directory.now().termName(Term.LEVEL, item.level(), words.vietnamese())
                : item.step() == null ? "" : stepLabel(item.programme(), item.step());
        return new Line(
                item.id(),
                item.at().toString(),
                item.name(),
                words.get("feed." + item.kind(), detail),
                directory.now().unitName(item.unit(), directory.today()));
    }

    private String stepLabel(String programme, String step) {
        return directory.now().programme(programme).stream()
                .flatMap(one -> one.steps().stream())
                .filter(one -> one.code().equals(step))
                .map(one -> one.label())
                .findFirst()
                .orElse(step);
    }

    /**
     * Returns at once: a request that waited for the figures would keep others out, of which there may be so many only.
     *
     * @throws Full if there are too many already
     * @throws Refused if the programme is not known
     */
    public Subscription join(
            @Nullable String programme, @Nullable LocalDate asOf, Locale locale, @Nullable String lastEventId) {
        var key = new Channel.Key(programme, asOf, locale);
        channels.values().removeIf(channel -> channel.idleFor(KEPT_IDLE));
        var known = channels.get(key);
        if (clients() >= MOST_CLIENTS || known == null && channels.size() >= MOST_CHANNELS) {
            throw new Full();
        }
        if (known == null
                && programme != null
                && directory.now().programme(programme).isEmpty()) {
            throw Refused.notFound("programme", programme);
        }
        var channel = channels.computeIfAbsent(key, this::opened);
        return new Subscription(channel, channel.join(lastEventId));
    }

    private Channel opened(Channel.Key key) {
        var channel = new Channel(key, UUID.randomUUID().toString().substring(0, 8));
        Thread.ofVirtual().name("live-first").start(() -> begin(channel));
        return channel;
    }

    private void begin(Channel channel) {
        try {
            channel.begin(encoded(channel.key()));
        } catch (RuntimeException e) {
            LOG.warn("A page's first totals could not be counted: {}", e.toString());
            stirred.set(true); // with the next change of anything, or in a second
        }
    }

    /** To be closed when the connection ends. */
    public record Subscription(Channel channel, Client client) implements AutoCloseable {
        @Override
        public void close() {
            channel.leave(client);
        }
    }

    private String encoded(Channel.Key key) {
        return json.writeValueAsString(state(key.programme(), key.asOf(), key.locale()));
    }

    /** Something has become visible in the read store. */
    void happened(List<CardEvent> events) {
        events.forEach(feed::add);
        stirred.set(true);
        LockSupport.unpark(thread);
    }

    private void run() {
        var beat = System.nanoTime();
        var costBefore = 0L;
        while (thread == Thread.currentThread()) {
            if (System.nanoTime() - beat > BETWEEN_BEATS) {
                beat = System.nanoTime();
                channels.values().forEach(Channel::beat);
            }
            if (!stirred.getAndSet(false)) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                continue;
            }
            var began = System.nanoTime();
            channels.values().forEach(this::publish);
            var ended = System.nanoTime();
            var cost = ended - began;
            var pause =
                    Math.max(Math.max(SHORTEST_PAUSE, 3 * Math.min(cost, costBefore)), (long) clients() * PER_CLIENT);
            costBefore = cost;
            while (System.nanoTime() - ended < pause && thread != null) {
                LockSupport.parkNanos(pause - (System.nanoTime() - ended));
            }
        }
    }

    private void publish(Channel channel) {
        try {
            dropped.increment(channel.publish(encoded(channel.key())));
        } catch (RuntimeException e) {
            LOG.warn("The page's totals could not be counted: {}", e.toString());
            stirred.set(true);
        }
    }

    @Override
    public void start() {
        var worker = Thread.ofPlatform().name("live").daemon().unstarted(this::run);
        thread = worker;
        worker.start();
    }

    /** Before the web server waits for its requests to end: the open pages are requests. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        var worker = thread;
        thread = null;
        LockSupport.unpark(worker);
        channels.values().forEach(Channel::close);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
