package vn.dvk.reporting.domain.history;

import java.time.Instant;

/**
 * One event of a model's history: what the envelope says, and our reading of the body.
 *
 * @param service    the service it comes from: {@code registration}, {@code evaluation}, {@code awards}
 * @param position   place in the stream {@code service + subject}
 * @param time       when it was recorded, by the clock of the service that did, to the millisecond
 * @param appended   when the log had it first, to the millisecond: from then on it was known
 * @param dimensions what every event says of the model it is about
 * @param what       what has happened to it
 */
public record CardEvent(
        String id,
        String service,
        String subject,
        long position,
        String type,
        Instant time,
        Instant appended,
        String actor,
        String correlation,
        EventDimensions dimensions,
        ModelEvent what) {}
