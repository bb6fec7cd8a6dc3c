package vn.dvk.kit.decide;

import java.time.Instant;

/**
 * An event together with what only the store knows about it.
 *
 * @param n  place within its stream, starting at 1; never compare places of two streams
 * @param at recorded time; the business date, where there is one, is in the event
 * @param by who did it, see {@link RequestContext#actor()}
 */
public record Recorded<E>(String id, long n, Instant at, String by, E event) {}
