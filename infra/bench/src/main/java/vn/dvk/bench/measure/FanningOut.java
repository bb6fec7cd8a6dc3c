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
import java.util.HashSet;
import java.util.List;
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
        var latencies = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
        var nanos = 0L;
        try (var crowd = new Crowd(server, path, readers, dead)) {
            for (var frame = 0; frame < frames; frame++) {
                crowd.expect();
                change.make();
                Site.await(PATIENCE, "pages of " + server, crowd::isTold);
                nanos += crowd.record(latencies);
            }
        }
        return Load.sample(latencies, Math.max(1, nanos));
    }

    /** Many open pages, read by one thread; the dead among them have been opened and are never looked at again. */
    private static final class Crowd implements AutoCloseable {

        private static final byte[] MARK = "event: change".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

        private static final class Page {
            private int matched;
            private volatile long told;
        }

        private final Selector selector = Selector.open();
        private final List<SocketChannel> channels = new ArrayList<>();
        private final List<Page> pages = new ArrayList<>();
        private final AtomicInteger toldPages = new AtomicInteger();
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();

        Crowd(URI server, String path, int readers, int dead) throws IOException {
            var request = Http.request(server, path);
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
                    var page = new Page();
                    pages.add(page);
                    channel.configureBlocking(false);
                    channel.register(selector, SelectionKey.OP_READ, page);
                }
            }
            Thread.ofPlatform().name("crowd").daemon().start(this::read);
            Site.await(PATIENCE, "open pages of " + server, () -> opened.get() + refused.get() >= pages.size());
            if (refused.get() > 0) {
                throw new CannotMeasure("%d of %d pages were refused".formatted(refused.get(), pages.size()));
            }
        }

        private static boolean isOk(ByteBuffer answer) {
            return answer.remaining() > OK.length && ByteBuffer.wrap(OK).equals(answer.slice(0, OK.length));
        }

        private void read() {
            var bytes = ByteBuffer.allocate(64 << 10);
            var greeted = new HashSet<Page>();
            try {
                while (true) {
                    selector.select(key -> {
                        try {
                            var page = (Page) key.attachment();
                            bytes.clear();
                            var read = ((SocketChannel) key.channel()).read(bytes);
                            if (read < 0) {
                                key.cancel();
                            } else {
                                bytes.flip();
                                if (read > 0 && greeted.add(page)) {
                                    (isOk(bytes) ? opened : refused).incrementAndGet();
                                }
                                look(page, bytes);
                            }
                        } catch (IOException e) {
                            key.cancel();
                        }
                    });
                }
            } catch (ClosedSelectorException | IOException _) {
                // closed
            }
        }

        private void look(Page page, ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                var one = bytes.get();
                page.matched = one == MARK[page.matched] ? page.matched + 1 : one == MARK[0] ? 1 : 0;
                if (page.matched == MARK.length) {
                    page.matched = 0;
                    if (page.told == 0) {
                        page.told = System.nanoTime();
                        toldPages.incrementAndGet();
                    }
                }
            }
        }

        void expect() {
            pages.forEach(page -> page.told = 0);
            toldPages.set(0);
        }

        boolean isTold() {
            return toldPages.get() == pages.size();
        }

        /** @return nanoseconds from the first page to the last */
        long record(Histogram latencies) {
            var first = pages.stream().mapToLong(page -> page.told).min().orElseThrow();
            var last = 0L;
            for (var page : pages) {
                latencies.recordValue(page.told - first);
                last = Math.max(last, page.told);
            }
            return last - first;
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
