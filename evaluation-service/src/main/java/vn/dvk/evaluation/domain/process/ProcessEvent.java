package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Precision;

/** Everything that can happen to a process. {@code on} is the business date. */
public sealed interface ProcessEvent {

    /**
     * @param steps     as they apply to this model, with those done that registration completes
     * @param precision how much of the day of the registration is known; null: all of it
     */
    record Opened(
            Model model,
            LocalDate on,
            Steps steps,
            @Nullable Precision precision) implements ProcessEvent {

        /** On a day that is known. */
        public Opened(Model model, LocalDate on, Steps steps) {
            this(model, on, steps, null);
        }
    }

    record Amended(Model model) implements ProcessEvent {}

    record Withdrawn(Withdrawal withdrawal) implements ProcessEvent {}

    record StepCompleted(String step, Completion completion) implements ProcessEvent {}

    record EvidenceAttached(String step, List<Evidence> evidence) implements ProcessEvent {
        public EvidenceAttached {
            evidence = List.copyOf(evidence);
        }
    }

    /** What completes the step has happened elsewhere, and its evidence is not all there. */
    record StepAwaitsEvidence(String step, Completion completion) implements ProcessEvent {}

    /** It is open again, and nothing after it is. */
    record StepReturned(String step, Return why) implements ProcessEvent {}

    /**
     * The programme has other deadlines for steps that are open; those that are done keep theirs.
     *
     * @param reason why; null: the programme does not say
     */
    record DeadlinesMoved(
            List<Deadline> deadlines, @Nullable String reason) implements ProcessEvent {

        /** @param due null: none any more */
        public record Deadline(String step, @Nullable LocalDate due) {}

        public DeadlinesMoved {
            deadlines = List.copyOf(deadlines);
        }
    }

    /** Replaces what the same one had given before. */
    record Scored(Scorer by, Score score) implements ProcessEvent {}

    record Concluded(Conclusion conclusion) implements ProcessEvent {}

    /** @param conclusion id of the one that does not count any more; the step it completed is returned beside this */
    record ConclusionVoided(String conclusion, Voiding why) implements ProcessEvent {}
}
