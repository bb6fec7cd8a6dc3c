package vn.dvk.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import vn.dvk.bench.http.Http;

/** One open page: remembers when it was first told that so many are registered. */
final class OpenPage implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("\"registered\":\\{\"total\":(\\d+)");

    private final Http http;
    private final Thread reader;
    private final ConcurrentSkipListMap<Long, Long> told = new ConcurrentSkipListMap<>();
    private final AtomicLong last = new AtomicLong(-1);
    private volatile String data = "";

    OpenPage(URI server, String path) throws IOException {
        http = new Http(server);
        var lines = new BufferedReader(new InputStreamReader(http.stream(path), StandardCharsets.UTF_8));
        reader = Thread.ofPlatform().name("page").daemon().start(() -> read(lines));
    }

    private void read(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    var now = System.nanoTime();
                    data = line.substring(5);
                    var total = TOTAL.matcher(line);
                    if (total.find()) {
                        told.putIfAbsent(Long.parseLong(total.group(1)), now);
                    }
                    last.set(now);
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    /** What the last frame said. */
    String data() {
        return data;
    }

    boolean hasFrame() {
        return last.get() >= 0;
    }

    /** The highest number it was told of. */
    long total() {
        return told.isEmpty() ? 0 : told.lastKey();
    }

    /** When it was first told of at least so many. */
    long toldOf(long total) {
        return told.ceilingEntry(total).getValue();
    }

    @Override
    public void close() throws IOException {
        http.close();
        reader.interrupt();
    }
}
