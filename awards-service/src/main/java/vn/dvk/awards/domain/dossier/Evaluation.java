package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the council concluded.
 *
 * @param conclusion id of the conclusion, by which it can be voided
 * @param eligible whether it could be graded at all; “không đủ điều kiện xếp loại” is a result, not a zero
 * @param total    points out of 100, absent when it was not eligible
 */
public record Evaluation(
        String conclusion,
        boolean passed,
        boolean eligible,
        String grade,
        @Nullable Double total,
        LocalDate on) {}
