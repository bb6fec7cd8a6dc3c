package vn.dvk.reporting.domain.history;

import java.time.Instant;

/**
 * An event at its place in a history.
 *
 * @param at when it was known, by the log's time; never before its predecessor in the same stream
 */
public record TimedEvent(Instant at, CardEvent event) {}
