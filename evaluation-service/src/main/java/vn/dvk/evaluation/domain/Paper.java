package vn.dvk.evaluation.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document (văn bản) one can go and look up: a number alone is not a key.
 *
 * @param number null where the papers of a historic programme do not tell it
 */
public record Paper(@Nullable String number, LocalDate date, String issuer) {}
