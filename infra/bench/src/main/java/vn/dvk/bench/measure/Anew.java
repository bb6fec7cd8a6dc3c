package vn.dvk.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Site;
import vn.dvk.bench.http.Http;

/**
 * Services of the running platform, taken out and started again with other flags: the command line is the running
 * process's own. What was taken out stays out; this is the end of a run.
 */
public final class Anew {

    private static final String CACHE = "-XX:AOTCache=";
    private static final String MODE = "-XX:AOTMode=";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private record Command(List<String> words, List<String> environment) {}

    private final Site site;
    private final Map<String, Command> out = new HashMap<>();

    public Anew(Site site) {
        this.site = site;
    }

    private Command takeOut(String service) {
        var command = new Command(site.commandOf(service), site.environmentOf(service));
        if (command.words().stream().noneMatch(word -> word.startsWith(CACHE))) {
            throw new CannotMeasure(service + " does not run with an AOT cache");
        }
        site.script("stop", service);
        return command;
    }

    /** @param flags changes the command line */
    Started start(String service, UnaryOperator<Stream<String>> flags) {
        var command = out.computeIfAbsent(service, this::takeOut);
        var words = flags.apply(command.words().stream()).toList();
        var began = System.nanoTime();
        var process = site.start(service, words, command.environment());
        Site.await(LIMIT, service, () -> isReady(service, process));
        return new Started(site, process, System.nanoTime() - began);
    }

    /** A process that serves. */
    record Started(Site site, Process process, long nanos) implements AutoCloseable {
        @Override
        public void close() {
            site.end(process);
        }
    }

    private boolean isReady(String service, Process process) {
        if (!process.isAlive()) {
            throw new CannotMeasure(service + " ended while starting; see logs/bench-" + service + ".log");
        }
        try (var http = new Http(site.address(service))) {
            return http.send("GET", "/actuator/health/readiness", Map.of(), "").status() == 200;
        } catch (IOException _) {
            return false; // not listening yet
        }
    }

    static Stream<String> withoutCache(Stream<String> flags) {
        return flags.filter(word -> !word.startsWith(CACHE) && !word.startsWith(MODE));
    }
}
