package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Level;
import vn.dvk.awards.domain.Revocation;

/** A level's decision that the model meets its criteria (công nhận). */
public record Recognition(
        String recognition,
        Level level,
        DecisionPaper decision,
        LocalDate on,
        @Nullable Revocation revoked) {

    public boolean stands() {
        return revoked == null;
    }

    Recognition revoked(Revocation by) {
        return new Recognition(recognition, level, decision, on, by);
    }
}
