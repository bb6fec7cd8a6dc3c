package vn.dvk.kit.stream;

import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.TimeUnit;
import vn.dvk.kit.envelope.Source;

/** How long callers wait for their commands. In the global registry, because a meter is no dependency. */
public final class CommandMeter {

    private CommandMeter() {}

    /** @param source of what the command leads to; its last part names the service */
    public static void record(String source, Object command, Outcome<?> outcome, long nanos) {
        Metrics.timer(
                        "dvk.commands",
                        "service",
                        Source.serviceOf(source),
                        "command",
                        command.getClass().getSimpleName(),
                        "outcome",
                        outcome.getClass().getSimpleName())
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
