package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step (bước) as the programme lays it down for all its models.
 *
 * @param actor    who does it, in words
 * @param evidence what it has to be shown with, in words
 * @param dueDays  due so many days after registration; or
 * @param due      due on this day, the same for all; neither: no deadline
 * @param requiredEvidence kinds of evidence, terms, without which it is not complete
 * @param level    whose recognition completes it; null: anybody's
 */
public record StepPlan(
        String code,
        String label,
        String actor,
        List<String> evidence,
        CompletedBy completedBy,
        @Nullable Integer dueDays,
        @Nullable LocalDate due,
        List<String> requiredEvidence,
        @Nullable String level) {

    public StepPlan {
        evidence = List.copyOf(evidence);
        // A programme laid down before there was such a thing does not have it.
        requiredEvidence = requiredEvidence == null ? List.of() : List.copyOf(requiredEvidence);
    }

    @Nullable
    LocalDate dueFor(LocalDate registeredOn) {
        return dueDays == null ? due : registeredOn.plusDays(dueDays);
    }
}
