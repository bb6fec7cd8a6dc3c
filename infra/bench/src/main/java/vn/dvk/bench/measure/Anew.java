package vn.dvk.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Site;
import vn.dvk.bench.http.Http;

/**
 * One service of the running platform, taken out and started again with other flags: the command line is the running
 * process's own.
 */
final class Anew {

    private static final String CACHE = "-XX:AOTCache=";
    private static final String MODE = "-XX:AOTMode=";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Site site;
    private final String service;
    private final List<String> command;
    private final List<String> environment;

    private Anew(Site site, String service) {
        this.site = site;
        this.service = service;
        this.command = site.commandOf(service);
        this.environment = site.environmentOf(service);
    }

    static Anew takeOut(Site site, String service) {
        var anew = new Anew(site, service);
        site.script("stop", service);
        return anew;
    }

    void putBack() {
        site.script("start", service);
    }

    /** @param flags changes the command line */
    Started start(UnaryOperator<Stream<String>> flags) {
        var began = System.nanoTime();
        var process = site.start(service, flags.apply(command.stream()).toList(), environment);
        Site.await(LIMIT, service, () -> isReady(process));
        return new Started(site, process, System.nanoTime() - began);
    }

    /** A process that serves. */
    record Started(Site site, Process process, long nanos) implements AutoCloseable {
        @Override
        public void close() {
            site.end(process);
        }
    }

    private boolean isReady(Process process) {
        if (!process.isAlive()) {
            throw new CannotMeasure(service + " ended while starting; see logs/bench-" + service + ".log");
        }
        URI address = site.address(service);
        try (var http = new Http(address)) {
            return http.send("GET", "/actuator/health/readiness", Map.of(), "").status() == 200;
        } catch (IOException _) {
            return false; // not listening yet
        }
    }

    Stream<String> asItIs(Stream<String> flags) {
        if (command.stream().noneMatch(word -> word.startsWith(CACHE))) {
            throw new CannotMeasure(service + " does not run with an AOT cache");
        }
        return flags;
    }

    static Stream<String> withoutCache(Stream<String> flags) {
        return flags.filter(word -> !word.startsWith(CACHE) && !word.startsWith(MODE));
    }
}
