package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that proves what is said (minh chứng); the thing itself is kept elsewhere.
 *
 * @param id        the same evidence has the same id wherever it is attached
 * @param kind      what it is: a term of the vocabulary of kinds, such as PLAN (kế hoạch), MINUTES (biên bản), PHOTO (ảnh)
 * @param reference where it can be found: an address, a place in the archive
 * @param sha256    fingerprint of the file, if it is one
 * @param number    of the paper, if it is one
 * @param date      of the paper, if it is one
 */
public record Evidence(
        String id,
        String kind,
        String title,
        @Nullable String reference,
        @Nullable String sha256,
        @Nullable String number,
        @Nullable LocalDate date) {}
