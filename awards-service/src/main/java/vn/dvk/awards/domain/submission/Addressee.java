package vn.dvk.awards.domain.submission;

import org.jspecify.annotations.Nullable;

/**
 * Who is to decide: a unit of ours, or an authority by its name; at least one of the two.
 *
 * @param unit code of the unit
 * @param name as written
 */
public record Addressee(@Nullable String unit, @Nullable String name) {}
