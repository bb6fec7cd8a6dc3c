package vn.dvk.reporting.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.reporting.events.ConsumedTypes;
import vn.dvk.reporting.events.EventReader;

/**
 * Takes one source's events into every generation being written.
 *
 * <p>The pointer is read before and after: if a generation has been added meanwhile, the batch goes into that one too,
 * so a rebuild that reads the log up to a point after adding itself misses nothing. Repeating is harmless, because every
 * document remembers the positions it has seen.
 */
final class ReadStoreHandler implements EventHandler {

    private final String source;
    private final Generations generations;
    private final WriteListener written;
    private final Clock clock;
    private final Timer delay;

    ReadStoreHandler(String source, Generations generations, WriteListener written, Clock clock, MeterRegistry meters) {
        this.source = source;
        this.generations = generations;
        this.written = written;
        this.clock = clock;
        this.delay = Timer.builder("dvk.projection.delay")
                .description("From an event's recording to its being visible in the read store")
                .tag("source", EventReader.service(source))
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<String> uses() {
        return ConsumedTypes.of(source);
    }

    @Override
    public Set<String> ignores() {
        return Set.of();
    }

    private EventHandler handler(int generation) {
        return Objects.requireNonNull(
                generations.generation(generation).handlers().get(source));
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        var into = new HashSet<Integer>();
        var handled = new ArrayList<@Nullable HandlingResult>(Collections.nCopies(events.size(), null));
        var left = generations.active().writing();
        while (!left.isEmpty()) {
            for (var generation : left) {
                into.add(generation);
                combine(handled, handler(generation).handle(events));
            }
            left = generations.active().writing().stream()
                    .filter(generation -> !into.contains(generation))
                    .toList();
        }
        var result = handled.stream().map(Objects::requireNonNull).toList();
        tell(events, result);
        return result;
    }

    /** An event is through only when it is through in every generation. */
    private static void combine(List<@Nullable HandlingResult> sofar, List<HandlingResult> more) {
        for (var i = 0; i < more.size(); i++) {
            var before = sofar.get(i);
            if (before == null || isThrough(before)) {
                sofar.set(i, before instanceof HandlingResult.Applied && isThrough(more.get(i)) ? before : more.get(i));
            }
        }
    }

    private static boolean isThrough(HandlingResult handling) {
        return handling.isSettled();
    }

    private void tell(List<IncomingEvent> events, List<HandlingResult> handled) {
        var now = clock.instant();
        var applied = new ArrayList<IncomingEvent>();
        for (var i = 0; i < events.size(); i++) {
            if (handled.get(i) instanceof HandlingResult.Applied) {
                applied.add(events.get(i));
                delay.record(Duration.between(events.get(i).time(), now));
            }
        }
        if (!applied.isEmpty()) {
            written.tell(applied);
        }
    }

    @Override
    public void skip(IncomingEvent event) {
        generations.active().writing().forEach(generation -> handler(generation).skip(event));
    }
}
