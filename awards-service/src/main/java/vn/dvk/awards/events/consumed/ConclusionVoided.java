package vn.dvk.awards.events.consumed;

import java.time.LocalDate;
import java.util.Objects;

/** That a conclusion of the council about a model does not count, and never did. */
public record ConclusionVoided(String model, String conclusion, String reason, LocalDate on) {

    public ConclusionVoided {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(conclusion, "conclusion");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(on, "on");
    }
}
