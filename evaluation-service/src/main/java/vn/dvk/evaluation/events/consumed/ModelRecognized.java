package vn.dvk.evaluation.events.consumed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.kit.decide.Precision;

/**
 * A level has recognized the model.
 *
 * @param precision how much of the day is known; null: all of it
 */
public record ModelRecognized(
        String level,
        LocalDate on,
        Paper decision,
        @Nullable Precision precision) {}
