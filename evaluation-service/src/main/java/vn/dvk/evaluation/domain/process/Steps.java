package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of one process, in order: four, five or twelve, with any mix of what completes them. */
public record Steps(List<Step> all) {

    public Steps {
        all = List.copyOf(all);
    }

    /**
     * The programme's steps as they apply to a model; those that registration completes are done, unless evidence is
     * still to be shown.
     */
    static Steps of(List<StepPlan> plans, Registration registration) {
        var byRegistration = (int) plans.stream()
                .filter(plan -> plan.completedBy() == CompletedBy.REGISTRATION)
                .count();
        var steps = new ArrayList<Step>();
        var done = 0;
        for (var plan : plans) {
            var step = Step.of(plan, steps.size() + 1, registration.acceptedOn());
            if (plan.completedBy() == CompletedBy.REGISTRATION) {
                var on = registration.doneOn(done++, byRegistration);
                step = step.happened(new Completion(on.on(), registration.approval(), List.of(), null, on.inexact()));
            }
            steps.add(step);
        }
        return new Steps(steps);
    }

    public Optional<Step> find(String code) {
        return all.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    public Optional<Step> nextOpen() {
        return all.stream().filter(Step::open).findFirst();
    }

    Optional<Step> nextOpen(CompletedBy by) {
        return all.stream()
                .filter(step -> step.open() && step.completedBy() == by)
                .findFirst();
    }

    /**
     * The step that a decision on recognition completes: the next one of its level, else the next one that names no level.
     * One whose decision is taken and only its evidence missing has had its own.
     *
     * @param level null where the decision names none
     */
    Optional<Step> nextRecognition(@Nullable String level) {
        var open = all.stream()
                .filter(step -> step.open() && step.awaiting() == null && step.completedBy() == CompletedBy.RECOGNITION)
                .toList();
        return open.stream()
                .filter(step -> step.level() != null && step.level().equals(level))
                .findFirst()
                .or(() -> open.stream().filter(step -> step.level() == null).findFirst());
    }

    Optional<Step> openBefore(Step step) {
        return nextOpen().filter(open -> open.order() < step.order());
    }

    public boolean allDone() {
        return !all.isEmpty() && all.stream().noneMatch(Step::open);
    }

    /** The earliest day on which an open step is due: before it, nothing here is overdue. */
    public Optional<LocalDate> nextDue() {
        return all.stream()
                .filter(Step::open)
                .map(Step::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    Steps with(Step changed) {
        return new Steps(all.stream()
                .map(step -> step.code().equals(changed.code()) ? changed : step)
                .toList());
    }
}
