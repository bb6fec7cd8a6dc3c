package vn.dvk.reporting.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Source;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.reporting.events.ConsumedTypes;

/**
 * Takes the events of sources that write to the same documents into the generation that is read and, while there is one, into the one being built.
 *
 * <p>What the intake is told is what the generation that is read says, so a rebuild can hold up nothing. An event that
 * does not get into the one being built is only noted: its rebuild reads the log again before it may be read itself. The
 * generations in use are looked at afterwards: where they are not those it went into, the batch is handed over again,
 * which is harmless, because every document remembers the positions it has seen.
 */
final class ReadStoreHandler implements EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReadStoreHandler.class);

    private final Set<String> sources;
    private final Generations generations;
    private final WriteListener written;
    private final Clock clock;
    private final Map<String, Timer> delays;

    /** @param own sources of which it counts how late an event becomes visible; of others' their way here would count too */
    ReadStoreHandler(
            Set<String> sources,
            Set<String> own,
            Generations generations,
            WriteListener written,
            Clock clock,
            MeterRegistry meters) {
        this.sources = Set.copyOf(sources);
        this.generations = generations;
        this.written = written;
        this.clock = clock;
        this.delays = own.stream()
                .filter(sources::contains)
                .collect(Collectors.toUnmodifiableMap(
                        source -> source,
                        source -> Timer.builder("dvk.projection.delay")
                                .description("From an event's recording to its being visible in the read store")
                                .tag("source", Source.serviceOf(source))
                                .publishPercentileHistogram()
                                .register(meters)));
    }

    @Override
    public Set<String> sources() {
        return sources;
    }

    @Override
    public Set<String> uses() {
        return all(ConsumedTypes::of);
    }

    @Override
    public Set<String> ignores() {
        return all(ConsumedTypes::ignored);
    }

    private Set<String> all(Function<String, Set<String>> typesOfService) {
        return sources.stream()
                .map(Source::serviceOf)
                .distinct()
                .flatMap(service -> typesOfService.apply(service).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private EventHandler handler(int generation) {
        return Objects.requireNonNull(generations
                .generation(generation)
                .handlers()
                .get(sources.iterator().next()));
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        var applied = new BitSet(events.size());
        var active = generations.lately();
        while (true) {
            var result = handler(active.reading()).handle(events);
            for (var i = 0; i < result.size(); i++) {
                if (result.get(i) instanceof HandlingResult.Applied) {
                    applied.set(i);
                }
            }
            var isNoted = isBuiltToo(active.building(), events, result) || generations.missed(active);
            var now = generations.active();
            if (isNoted && now.sameGenerations(active)) {
                tell(events, applied);
                return result;
            }
            active = now;
        }
    }

    /** Whether all that has got through is in the generation being built as well; its faults are its rebuild's to mend. */
    private boolean isBuiltToo(@Nullable Integer building, List<IncomingEvent> events, List<HandlingResult> result) {
        if (building == null) {
            return true;
        }
        try {
            var there = handler(building).handle(events);
            return IntStream.range(0, result.size())
                    .allMatch(i -> isThrough(there.get(i)) || !isThrough(result.get(i)));
        } catch (RuntimeException e) {
            LOG.warn("Generation {}, which is being built, has not taken a batch: {}", building, e.toString());
            return false;
        }
    }

    private static boolean isThrough(HandlingResult handling) {
        return handling.isSettled();
    }

    private void tell(List<IncomingEvent> events, BitSet applied) {
        var now = clock.instant();
        var told = applied.stream().mapToObj(events::get).toList();
        told.forEach(event -> {
            if (delays.get(event.source()) instanceof Timer delay) {
                delay.record(Duration.between(event.time(), now));
            }
        });
        if (!told.isEmpty()) {
            written.tell(told);
        }
    }

    @Override
    public void skip(IncomingEvent event) {
        var active = generations.active();
        handler(active.reading()).skip(event);
        written.tell(List.of(event));
        if (active.building() != null) {
            try {
                handler(active.building()).skip(event);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Generation {}, which is being built, cannot give an event up yet: {}",
                        active.building(),
                        e.toString());
            }
        }
    }
}
