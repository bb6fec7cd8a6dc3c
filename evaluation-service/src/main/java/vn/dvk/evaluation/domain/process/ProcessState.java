package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.ProcessEvent.DeadlinesMoved.Deadline;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Day;

/** As much of a process's history as a decision, or what is published or shown of it, needs. */
public sealed interface ProcessState {

    record NotOpened() implements ProcessState {}

    /**
     * @param registered the day the model was registered
     * @param scores     the last one each has given; what was replaced is in the history
     */
    record Opened(
            Model model,
            Day registered,
            Steps steps,
            Map<Scorer, Score> scores,
            Conclusions conclusions,
            @Nullable Withdrawal withdrawal)
            implements ProcessState {

        public Opened {
            scores = Map.copyOf(scores);
        }

        static Opened of(Model model, Day registered, Steps steps) {
            return new Opened(model, registered, steps, Map.of(), Conclusions.NONE, null);
        }

        /** The day that counts as that of the registration. */
        public LocalDate on() {
            return registered.on();
        }

        /** The last one that stands: null while there is none, and again after it became void. */
        public @Nullable Conclusion conclusion() {
            return conclusions.last();
        }

        public Stage stage() {
            if (withdrawal != null) {
                return Stage.WITHDRAWN;
            }
            if (steps.allDone()) {
                return Stage.CLOSED;
            }
            return conclusion() == null ? Stage.OPEN : Stage.EVALUATED;
        }

        /**
         * Whether the last word is said. A programme may have an appraisal half-way and another at the end: then each
         * conclusion completes the next of these steps, and the scores may be given anew in between.
         */
        boolean concluded() {
            return conclusion() != null
                    && steps.nextOpen(CompletedBy.EVALUATION).isEmpty();
        }

        /** Points given by another subject's rubric say nothing about this one, so open scores go with the subject. */
        Opened amended(Model changed) {
            var kept = changed.subject() == model.subject() || conclusion() != null ? scores : Map.<Scorer, Score>of();
            return new Opened(changed, registered, steps, kept, conclusions, withdrawal);
        }

        Opened completed(String step, Completion how) {
            return with(steps.with(steps.find(step).orElseThrow().completed(how)), conclusions);
        }

        Opened attached(String step, List<Evidence> evidence) {
            return with(steps.with(steps.find(step).orElseThrow().attached(evidence)), conclusions);
        }

        Opened awaiting(String step, Completion how) {
            return with(steps.with(steps.find(step).orElseThrow().awaiting(how)), conclusions);
        }

        Opened returned(String step, Return why) {
            return with(steps.with(steps.find(step).orElseThrow().reopened(why)), conclusions);
        }

        Opened moved(List<Deadline> deadlines, @Nullable String reason) {
            var moved = steps;
            for (var deadline : deadlines) {
                moved = moved.with(moved.find(deadline.step()).orElseThrow().due(deadline.due(), reason));
            }
            return with(moved, conclusions);
        }

        Opened concluded(Conclusion how) {
            return with(steps, conclusions.with(how));
        }

        Opened voided(String conclusion, Voiding why) {
            return with(steps, conclusions.without(conclusion, why));
        }

        private Opened with(Steps others, Conclusions other) {
            return new Opened(model, registered, others, scores, other, withdrawal);
        }

        Opened scored(Scorer by, Score score) {
            var all = new EnumMap<Scorer, Score>(Scorer.class);
            all.putAll(scores);
            all.put(by, score);
            return new Opened(model, registered, steps, all, conclusions, withdrawal);
        }

        Opened withdrawn(Withdrawal how) {
            return new Opened(model, registered, steps, scores, conclusions, how);
        }
    }

    /** Where a process stands. */
    enum Stage {
        OPEN,
        /** The council has concluded. */
        EVALUATED,
        /** No step is left open. */
        CLOSED,
        /** The registration was withdrawn. */
        WITHDRAWN
    }
}
