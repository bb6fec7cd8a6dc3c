package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;

/** The unit has withdrawn a registered model. */
public record ModelWithdrawn(LocalDate on, String reason) {}
