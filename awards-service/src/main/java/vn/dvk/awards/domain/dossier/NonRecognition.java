package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Level;

/** A level's decision not to recognize (không công nhận). */
public record NonRecognition(
        String refusal,
        Level level,
        String reason,
        LocalDate on,
        @Nullable DecisionPaper decision) {

    /** Whether it says what is asked for, so that asking again is asking for what is already so. */
    public boolean says(String reason, LocalDate on, @Nullable DecisionPaper decision) {
        return this.reason.equals(reason) && this.on.equals(on) && Objects.equals(this.decision, decision);
    }
}
