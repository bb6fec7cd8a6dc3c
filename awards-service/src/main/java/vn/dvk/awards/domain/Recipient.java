package vn.dvk.awards.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who receives an award, by the name on the decision.
 *
 * @param post of a person
 * @param unit code of the unit the recipient is or belongs to
 */
public record Recipient(String name, @Nullable String post, String unit) {}
