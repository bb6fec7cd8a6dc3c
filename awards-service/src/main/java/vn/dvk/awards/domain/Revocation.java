package vn.dvk.awards.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That something given is no longer valid (thu hồi), from {@code on} and for a reason. It is never deleted. */
public record Revocation(
        String reason, LocalDate on, @Nullable DecisionPaper decision) {}
