package vn.dvk.evaluation.domain;

import java.time.LocalDate;

/** A document (văn bản) one can go and look up: a number alone is not a key. */
public record Paper(String number, LocalDate date, String issuer) {}
