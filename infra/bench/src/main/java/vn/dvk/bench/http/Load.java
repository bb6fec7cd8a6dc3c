package vn.dvk.bench.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Sample;

/** Commands sent by several clients, each over a connection of its own. */
public record Load(URI server, int clients) {

    /**
     * One command.
     *
     * @param accepted told when the answer was there, in {@link System#nanoTime}
     */
    public record Command(
            String method, String path, Map<String, String> headers, String body, LongConsumer accepted) {}

    /** Each client sends the next command when the last is answered. */
    public Sample closed(Duration time, Supplier<Command> next) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        return run(time, next, () -> System.nanoTime() < end ? System.nanoTime() : -1);
    }

    /**
     * So many a second, whatever becomes of the answers: what had to wait for a client counts its waiting.
     *
     * @param rate commands per second
     */
    public Sample open(Duration time, double rate, Supplier<Command> next) throws Exception {
        var begin = System.nanoTime();
        var sent = new AtomicLong();
        var all = (long) (time.toNanos() / 1e9 * rate);
        return run(time, next, () -> {
            var mine = sent.getAndIncrement();
            return mine < all ? begin + (long) (mine / rate * 1e9) : -1;
        });
    }

    private interface Turns {
        /** When the next is due; negative when there is none. */
        long next();
    }

    private Sample run(Duration time, Supplier<Command> next, Turns turns) throws Exception {
        var all = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<Histogram>>();
            for (var i = 0; i < clients; i++) {
                running.add(threads.submit((Callable<Histogram>) () -> client(next, turns)));
            }
            for (var one : running) {
                all.add(one.get());
            }
        }
        return sample(all, System.nanoTime() - began);
    }

    /** Percentiles of all of them together: two percentiles have no mean. */
    public static Sample sample(Histogram latencies, long nanos) {
        return Sample.rate(latencies.getTotalCount(), nanos)
                .and(Sample.P50, latencies.getValueAtPercentile(50) / 1e6)
                .and(Sample.P99, latencies.getValueAtPercentile(99) / 1e6)
                .and("max-ms", latencies.getMaxValue() / 1e6)
                .and("count", latencies.getTotalCount());
    }

    private Histogram client(Supplier<Command> next, Turns turns) throws IOException {
        var latencies = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
        try (var http = new Http(server)) {
            for (var due = turns.next(); due >= 0; due = turns.next()) {
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var command = next.get();
                var answer = http.send(command.method(), command.path(), command.headers(), command.body());
                var now = System.nanoTime();
                if (!answer.isOk()) {
                    throw new CannotMeasure(
                            "HTTP %d at %s: %s".formatted(answer.status(), command.path(), answer.body()));
                }
                latencies.recordValue(now - due);
                command.accepted().accept(now);
            }
        }
        return latencies;
    }
}
