package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;
import vn.dvk.evaluation.domain.Paper;

/** A level has recognized the model. */
public record ModelRecognized(LocalDate on, Paper decision) {}
