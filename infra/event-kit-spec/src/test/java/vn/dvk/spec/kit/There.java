package vn.dvk.spec.kit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import vn.dvk.kit.envelope.IncomingEvent;

/** Events of another service, as they come from its topic. */
final class There {

    static final String SOURCE = "/dvk/local/there";

    static final String OPENED = "vn.dvk.there.opened.v1";
    static final String NOTED = "vn.dvk.there.noted.v1";
    static final String UNUSED = "vn.dvk.there.unused.v1";
    static final String UNKNOWN = "vn.dvk.there.unknown.v1";

    /** The reader's own reading of their bodies. */
    record Text(String text) {}

    private There() {}

    /** Says its own position, so that a document shows which events are in it, and in which order. */
    static IncomingEvent noted(String subject, long position) {
        return event(SOURCE, NOTED, subject, position, "{\"text\":\"%d\"}".formatted(position));
    }

    static IncomingEvent opened(String subject, long position) {
        return event(SOURCE, OPENED, subject, position, "{\"text\":\"%s\"}".formatted(subject));
    }

    static IncomingEvent unused(String subject, long position) {
        return event(SOURCE, UNUSED, subject, position, "{}");
    }

    static IncomingEvent unknown(String subject, long position) {
        return event(SOURCE, UNKNOWN, subject, position, "{}");
    }

    static IncomingEvent broken(String subject, long position) {
        return event(SOURCE, NOTED, subject, position, "{\"text\":");
    }

    /** The whole history of a stream of notes. */
    static List<IncomingEvent> notes(String subject, int upTo) {
        return IntStream.rangeClosed(1, upTo).mapToObj(n -> noted(subject, n)).toList();
    }

    static IncomingEvent event(String source, String type, String subject, long position, String body) {
        return new IncomingEvent(
                "topic",
                0,
                position,
                subject,
                source + subject + position,
                source,
                type,
                subject,
                position,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(position),
                "canbo",
                "NA",
                "correlation",
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
