package vn.dvk.service.running;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Everything that is logged, with its stack traces. */
final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private record Entry(String logger, String line, String correlation) {}

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    Log() {
        setContext(root.getLoggerContext());
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
            var thrown = event.getThrowableProxy();
            entries.add(new Entry(
                    event.getLoggerName(),
                    event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)),
                    String.valueOf(event.getMDCPropertyMap().get("correlation"))));
        }
    }

    List<String> lines() {
        return entries.stream().map(Entry::line).toList();
    }

    /** The lines of one class, each with its correlation in brackets behind it. */
    List<String> of(String simpleName) {
        return entries.stream()
                .filter(entry -> entry.logger().endsWith("." + simpleName))
                .map(entry -> entry.line() + " [" + entry.correlation() + "]")
                .toList();
    }

    long linesWith(String text) {
        return lines().stream().filter(line -> line.contains(text)).count();
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
