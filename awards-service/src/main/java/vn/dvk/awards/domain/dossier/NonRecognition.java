package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Level;

/** A level's decision not to recognize (không công nhận). */
public record NonRecognition(
        String refusal,
        Level level,
        String reason,
        LocalDate on,
        @Nullable DecisionPaper decision) {}
