package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Measure;
import vn.dvk.bench.Pace;
import vn.dvk.bench.Pairs;
import vn.dvk.bench.Result;
import vn.dvk.bench.Sample;
import vn.dvk.bench.Site;
import vn.dvk.bench.Target;

/**
 * M7: what is alive in the heap of a service that has started, with compact object headers and with the usual ones. Both
 * without the ahead-of-time cache, which holds objects of one of the two kinds only.
 */
public final class LiveHeap implements Measure {

    private static final String MIB = "live-mib";

    private final Anew anew;

    public LiveHeap(Anew anew) {
        this.anew = anew;
    }

    @Override
    public List<Result> run(Site site, Pace pace, Consumer<String> say) {
        var results = new ArrayList<Result>();
        for (var service : pace.services()) {
            say.accept(service);
            var pairs = Pairs.measureWarm(
                    Math.max(1, pace.longPairs() / 2), // one is nearly the same as the next
                    () -> live(service, "-XX:+UseCompactObjectHeaders"),
                    () -> live(service, "-XX:-UseCompactObjectHeaders"),
                    say);
            results.add(new Result.Ratio(
                    "M7",
                    both("đống sống của %1$s, tiêu đề gọn ÷ thường", "live heap of %1$s, compact headers ÷ usual")
                            .formatted(service),
                    Target.atMost(0.85),
                    MIB,
                    "MiB",
                    pairs));
        }
        return results;
    }

    private Sample live(String service, String headers) throws IOException, InterruptedException {
        try (var started = anew.start(service, flags -> with(headers, flags))) {
            return Sample.of(MIB, liveBytes(started) / 1048576.0);
        }
    }

    private static Stream<String> with(String headers, Stream<String> flags) {
        return Anew.withoutCache(flags).map(word -> word.endsWith("UseCompactObjectHeaders") ? headers : word);
    }

    /** The histogram collects first; its last line adds everything up. */
    private static long liveBytes(Anew.Started started) throws IOException, InterruptedException {
        var jcmd = Path.of(started.site().java()).resolveSibling("jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(started.process().pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new CannotMeasure("jcmd said: " + said));
    }
}
