package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of one model's process.
 *
 * @param order            place in the process, from 1
 * @param evidence         what it has to be shown with, in words
 * @param requiredEvidence kinds of evidence without which it is not complete
 * @param level            whose recognition completes it; null: anybody's
 * @param attached         evidence that was handed in for it apart from its completion
 * @param awaiting         what will complete it once its evidence is there; null if nothing has happened yet
 * @param completion       how it was done; null while it is open
 * @param returned         why it is open again; null if it never was returned, or has been completed since
 * @param moved            what its deadline was before the programme moved it; null if it never did
 */
public record Step(
        String code,
        int order,
        String label,
        String actor,
        CompletedBy completedBy,
        List<String> evidence,
        List<String> requiredEvidence,
        @Nullable String level,
        @Nullable LocalDate due,
        List<Evidence> attached,
        @Nullable Completion awaiting,
        @Nullable Completion completion,
        @Nullable Return returned,
        @Nullable MovedDeadline moved) {

    public Step {
        evidence = List.copyOf(evidence);
        requiredEvidence = List.copyOf(requiredEvidence);
        attached = List.copyOf(attached);
    }

    static Step of(StepPlan plan, int order, LocalDate registeredOn) {
        return new Step(
                plan.code(),
                order,
                plan.label(),
                plan.actor(),
                plan.completedBy(),
                plan.evidence(),
                plan.requiredEvidence(),
                plan.level(),
                plan.dueFor(registeredOn),
                List.of(),
                null,
                null,
                null,
                null);
    }

    public boolean open() {
        return completion == null;
    }

    /** Done after it was due, for certain. An open step is not late but, some day, overdue. */
    public boolean late() {
        return completion != null && due != null && completion.day().first().isAfter(due);
    }

    /** All that shows it: what was handed in, and what came with its completion. */
    public List<Evidence> shown() {
        return completion == null ? attached : together(attached, completion.evidence());
    }

    /** Kinds that are required and neither attached nor among these. */
    public List<String> missing(List<Evidence> more) {
        var kinds = together(attached, more).stream().map(Evidence::kind).toList();
        return requiredEvidence.stream().filter(kind -> !kinds.contains(kind)).toList();
    }

    /** Those of them that are not attached yet. */
    List<Evidence> fresh(List<Evidence> more) {
        return together(List.of(), more).stream()
                .filter(one -> shown().stream().noneMatch(there -> there.id().equals(one.id())))
                .toList();
    }

    private static List<Evidence> together(List<Evidence> some, List<Evidence> more) {
        var all = new LinkedHashMap<String, Evidence>();
        some.forEach(one -> all.putIfAbsent(one.id(), one));
        more.forEach(one -> all.putIfAbsent(one.id(), one));
        return List.copyOf(all.values());
    }

    /** Done, or as good as done: with what is still to be shown it waits. */
    Step happened(Completion how) {
        return missing(how.evidence()).isEmpty() ? completed(how) : awaiting(how);
    }

    Step completed(Completion how) {
        return with(attached, null, how, null);
    }

    Step awaiting(Completion how) {
        return with(attached, how, null, returned);
    }

    Step attached(List<Evidence> more) {
        return with(together(attached, more), awaiting, completion, returned);
    }

    /** What was shown was not right, so it has to be shown anew. */
    Step reopened(Return why) {
        return with(List.of(), null, null, why);
    }

    private Step with(
            List<Evidence> shown, @Nullable Completion expected, @Nullable Completion done, @Nullable Return why) {
        return new Step(
                code,
                order,
                label,
                actor,
                completedBy,
                evidence,
                requiredEvidence,
                level,
                due,
                shown,
                expected,
                done,
                why,
                moved);
    }

    /** Due on another day; null: on none. */
    Step due(@Nullable LocalDate other, @Nullable String reason) {
        return new Step(
                code,
                order,
                label,
                actor,
                completedBy,
                evidence,
                requiredEvidence,
                level,
                other,
                attached,
                awaiting,
                completion,
                returned,
                new MovedDeadline(due, reason));
    }
}
