package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of one model's process.
 *
 * @param order      place in the process, from 1
 * @param evidence   what it has to be shown with, in words
 * @param completion how it was done; null while it is open
 * @param returned   why it is open again; null if it never was returned, or has been completed since
 */
public record Step(
        String code,
        int order,
        String label,
        String actor,
        CompletedBy completedBy,
        List<String> evidence,
        @Nullable LocalDate due,
        @Nullable Completion completion,
        @Nullable Return returned) {

    public Step {
        evidence = List.copyOf(evidence);
    }

    static Step of(StepPlan plan, int order, LocalDate registeredOn) {
        return new Step(
                plan.code(),
                order,
                plan.label(),
                plan.actor(),
                plan.completedBy(),
                plan.evidence(),
                plan.dueFor(registeredOn),
                null,
                null);
    }

    public boolean open() {
        return completion == null;
    }

    /** Done after it was due. An open step is not late but, some day, overdue. */
    public boolean late() {
        return completion != null && due != null && completion.on().isAfter(due);
    }

    Step completed(Completion how) {
        return new Step(code, order, label, actor, completedBy, evidence, due, how, null);
    }

    Step reopened(Return why) {
        return new Step(code, order, label, actor, completedBy, evidence, due, null, why);
    }
}
