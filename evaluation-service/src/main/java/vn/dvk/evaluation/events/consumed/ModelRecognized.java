package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;
import vn.dvk.evaluation.domain.Paper;

/** A level has recognized the model. */
public record ModelRecognized(String level, LocalDate on, Paper decision) {}
