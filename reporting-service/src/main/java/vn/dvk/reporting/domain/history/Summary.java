package vn.dvk.reporting.domain.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card at a glance: what the model is and how far it has come, after all its events.
 *
 * @param name        of a person's or household's entry only while a recognition in force has made it public; else it is
 *                    called by its code
 * @param step        code of the step it stands at, absent before, after and outside the process
 * @param held        whether a hold is in force
 * @param continues   the entry of an earlier period that it goes on from
 * @param owners      where there are several
 * @param forwarded   the programmes above that count it too
 * @param registeredAsKnown as people say it, {@code 2018} or {@code 10/2019}, where the day itself is not known
 * @param incomplete  what the papers of a historic programme do not tell
 * @param known       when the log had the latest of its events
 */
public record Summary(
        boolean movement,
        @Nullable String code,
        @Nullable String name,
        String programme,
        String unit,
        @Nullable String field,
        @Nullable String kind,
        String subject,
        @Nullable String level,
        @Nullable String origin,
        @Nullable String replicaOf,
        @Nullable String place,
        Stage stage,
        @Nullable String step,
        @Nullable LocalDate registeredOn,
        @Nullable BigDecimal total,
        @Nullable String grade,
        boolean held,
        List<Recognition> recognitions,
        List<Award> awards,
        @Nullable String continues,
        List<ModelEvent.Owner> owners,
        List<Forwarded> forwarded,
        @Nullable String registeredAsKnown,
        List<String> incomplete,
        Instant known) {

    /** @param field what it counts as there */
    public record Forwarded(
            String programme, LocalDate on, @Nullable String field) {}

    public record Recognition(
            String id, String level, LocalDate on, ModelEvent.@Nullable Paper decision, boolean revoked) {}

    public record Award(
            String id,
            String form,
            String track,
            String category,
            String issuer,
            LocalDate on,
            ModelEvent.@Nullable Recipient recipient,
            boolean revoked) {}

    public static Summary of(EventHistory history) {
        var fold = new SummaryFold();
        history.events().forEach(fold::add);
        return fold.summary();
    }
}
