package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;

/** A level has decided not to recognize the model. */
public record RecognitionRefused(String level, LocalDate on, String reason) {}
