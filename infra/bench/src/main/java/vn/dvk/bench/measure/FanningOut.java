package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Measure;
import vn.dvk.bench.Pace;
import vn.dvk.bench.Pairs;
import vn.dvk.bench.Result;
import vn.dvk.bench.Sample;
import vn.dvk.bench.Site;
import vn.dvk.bench.Target;
import vn.dvk.bench.http.Http;
import vn.dvk.bench.http.Load;
import vn.dvk.bench.http.People;

/**
 * M5: one change to many open pages, from the first page that is told to the last. Bare is one loop over sockets that do
 * not block. And what a page that reads notices of others that have stopped reading.
 */
public final class FanningOut implements Measure {

    private static final int DEAD_EVERY = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) throws Exception {
        var people = new People(site.address("identity"));
        var registrations = new Registrations(site, people);
        var changes = pace.frames() * (2 * pace.pairs() + 3);
        registrations.select(changes);
        var reporting = site.address("reporting");
        var path = "/live?programme=" + Registrations.PROGRAMME;
        try (var bare = Bare.start(site);
                var page = new OpenPage(reporting, path)) {
            Site.await(PATIENCE, "the first frame", page::hasFrame);
            var bareSockets = URI.create("http://127.0.0.1:" + (bare.address().getPort() + 1));
            Change accept = () -> accept(site, registrations);
            Change fan = () -> people.post(bare.address(), "xem", "/fan", "key", page.data());
            var pairs = Pairs.measure(
                    pace.pairs(),
                    () -> leg(reporting, path, pace.readers(), 0, pace.frames(), accept),
                    () -> leg(bareSockets, "/", pace.readers(), 0, pace.frames(), fan),
                    say);
            say.accept(both("trang không đọc nữa", "pages that have stopped reading"));
            var dead = Pairs.measureWarm(
                    Math.max(1, pace.pairs() / 2),
                    () -> leg(reporting, path, pace.readers(), pace.readers() / DEAD_EVERY, pace.frames(), accept),
                    () -> leg(reporting, path, pace.readers(), 0, pace.frames(), accept),
                    say);
            return List.of(
                    new Result.Ratio(
                            "M5",
                            both("báo cho %1$d trang", "telling %1$d pages").formatted(pace.readers()),
                            Target.atLeast(0.80),
                            Sample.RATE,
                            "pages/s",
                            pairs),
                    new Result.Ratio(
                            "M5",
                            both("p99 khi 5 % trang không đọc ÷ khi mọi trang đọc", "p99 with 5 % dead ÷ with none"),
                            Target.atMost(2),
                            Sample.P99,
                            "ms",
                            dead));
        }
    }

    private interface Change {
        void make() throws Exception;
    }

    private static void accept(Site site, Registrations registrations) throws IOException {
        var command = registrations.next();
        try (var http = new Http(site.address("registration"))) {
            var answer = http.send(command.method(), command.path(), command.headers(), command.body());
            if (!answer.isOk()) {
                throw new IOException("HTTP " + answer.status() + ": " + answer.body());
            }
        }
    }

    private static Sample leg(URI server, String path, int readers, int dead, int frames, Change change)
            throws Exception {
        try (var crowd = new Crowd(server, path, readers, dead)) {
            for (var frame = 0; frame < frames; frame++) {
                var before = crowd.complete.get();
                change.make();
                crowd.await(before);
            }
            return crowd.sample();
        }
    }

    /**
     * Many open pages, read by one thread; the dead among them have been opened and are never looked at again. A frame is
     * known by its id, because one change may be followed by another that nobody here has made.
     */
    private static final class Crowd implements AutoCloseable {

        private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] ID = "\nid: ".getBytes(StandardCharsets.US_ASCII);

        /** How far the reader is in the bytes of one page. */
        private static final class Page {
            private boolean greeted;
            private int matched;
            private long number;
        }

        private final Selector selector = Selector.open();
        private final List<SocketChannel> channels = new ArrayList<>();
        private final int pages;
        private final Thread reader;
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger complete = new AtomicInteger();
        private volatile boolean everybodyIsThere;
        private volatile int lastTold;
        private volatile int closed;

        // The reader's own until it has ended.
        private final Map<Long, List<Long>> told = new HashMap<>();
        private final Histogram latencies = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
        private long nanos;

        Crowd(URI server, String path, int readers, int dead) throws IOException {
            var request = Http.request(server, path);
            pages = readers - dead;
            for (var i = 0; i < readers; i++) {
                var isDead = i < dead;
                var channel = SocketChannel.open();
                if (isDead) {
                    channel.setOption(StandardSocketOptions.SO_RCVBUF, 2_048);
                }
                channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
                channel.write(ByteBuffer.wrap(request));
                channels.add(channel);
                if (!isDead) {
                    channel.configureBlocking(false);
                    channel.register(selector, SelectionKey.OP_READ, new Page());
                }
            }
            reader = Thread.ofPlatform().name("crowd").daemon().start(this::read);
            Site.await(PATIENCE, "open pages of " + server, () -> opened.get() + refused.get() >= pages);
            if (refused.get() > 0) {
                throw new CannotMeasure("%d of %d pages were refused".formatted(refused.get(), pages));
            }
            everybodyIsThere = true;
        }

        void await(int before) {
            try {
                Site.await(PATIENCE, "pages", () -> complete.get() > before);
            } catch (CannotMeasure e) {
                throw new CannotMeasure(
                        "Of %d pages %d were told the last change, and the server has closed %d"
                                .formatted(pages, lastTold, closed),
                        e);
            }
        }

        private void read() {
            var bytes = ByteBuffer.allocate(64 << 10);
            try {
                while (true) {
                    selector.select(key -> read(key, bytes));
                }
            } catch (ClosedSelectorException | IOException _) {
                // closed
            }
        }

        private void read(SelectionKey key, ByteBuffer bytes) {
            try {
                var page = (Page) key.attachment();
                bytes.clear();
                if (((SocketChannel) key.channel()).read(bytes) < 0) {
                    key.cancel();
                    closed++;
                    return;
                }
                bytes.flip();
                if (bytes.hasRemaining() && !page.greeted) {
                    page.greeted = true;
                    (isOk(bytes) ? opened : refused).incrementAndGet();
                }
                look(page, bytes);
            } catch (IOException _) {
                key.cancel();
                closed++;
            }
        }

        private static boolean isOk(ByteBuffer answer) {
            return answer.remaining() > OK.length && ByteBuffer.wrap(OK).equals(answer.slice(0, OK.length));
        }

        /** Looks for {@code id: anything-7} at the beginning of a line. */
        private void look(Page page, ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                var one = bytes.get();
                if (page.matched < ID.length) {
                    page.matched = one == ID[page.matched] ? page.matched + 1 : one == ID[0] ? 1 : 0;
                    page.number = 0;
                } else if (one == '\n') {
                    page.matched = 1;
                    tell(page.number);
                } else {
                    page.number = one >= '0' && one <= '9' ? page.number * 10 + one - '0' : 0;
                }
            }
        }

        private void tell(long number) {
            if (!everybodyIsThere) {
                return;
            }
            var times = told.computeIfAbsent(number, _ -> new ArrayList<>());
            times.add(System.nanoTime());
            lastTold = times.size();
            if (times.size() == pages) {
                var first = times.getFirst();
                times.forEach(time -> latencies.recordValue(time - first));
                nanos += times.getLast() - first;
                complete.incrementAndGet();
            }
        }

        /** After the last frame that was waited for. */
        Sample sample() throws IOException, InterruptedException {
            close();
            reader.join();
            return Load.sample(latencies, Math.max(1, nanos));
        }

        @Override
        public void close() throws IOException {
            selector.close();
            for (var channel : channels) {
                channel.close();
            }
        }
    }
}
