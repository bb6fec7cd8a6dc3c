package vn.dvk.replay.plan;

import java.time.LocalDate;

/** Văn bản: number, date and issuer together are what names a document; the number alone is not a key. */
public record Document(String number, LocalDate date, String issuer) {}
