package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the programme has moved a step's deadline while the step was open (gia hạn).
 *
 * @param was    when it was due before; null: it had no deadline
 * @param reason why, as the programme says; null: it does not say
 */
public record MovedDeadline(
        @Nullable LocalDate was, @Nullable String reason) {}
