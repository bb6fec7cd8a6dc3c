package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;

/** Why a step that counted as done is open again (trả lại). */
public record Return(LocalDate on, String reason) {}
