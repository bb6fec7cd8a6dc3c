package vn.dvk.replay.api;

/**
 * What became of one row of a bulk request that the platform took.
 *
 * @param key     the row's own key, or the id it named
 * @param id      of the thing the row is about
 * @param changed false when the same row had been sent before
 */
public record Row(String key, String id, boolean changed) {}
