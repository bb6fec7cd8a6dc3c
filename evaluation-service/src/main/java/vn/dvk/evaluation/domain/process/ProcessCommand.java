package vn.dvk.evaluation.domain.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.GoalValue;
import vn.dvk.evaluation.domain.Historic;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.domain.rubric.Scorer;
import vn.dvk.kit.decide.Day;

/** Everything a process can be asked for or told. */
public sealed interface ProcessCommand {

    record Open(Model model, Registration registration, List<StepPlan> steps) implements ProcessCommand {}

    /** What another service says has happened since the process opened: a fact, never refused. */
    sealed interface News extends ProcessCommand {}

    record Amend(Model model) implements News {}

    record Withdraw(Withdrawal withdrawal) implements News {}

    /**
     * The programme has other deadlines now.
     *
     * @param steps  of the programme, as they are laid down now
     * @param reason why; null: the programme does not say
     */
    record MoveDeadlines(List<StepPlan> steps, @Nullable String reason) implements News {}

    /** @param level that has decided, for or against recognition */
    record NoteRecognitionDecision(@Nullable String level, Completion completion) implements News {}

    /** What a person wants; there may be a reason against it. */
    sealed interface Request extends ProcessCommand {}

    /** @param historic the programmes in which less than the day may be known; none where all of it is */
    record CompleteStep(String step, Completion completion, Historic historic) implements Request {
        public CompleteStep(String step, Completion completion) {
            this(step, completion, Historic.NONE);
        }
    }

    /** Whatever shows the step, before or after its completion. */
    record AttachEvidence(String step, List<Evidence> evidence) implements Request {}

    /** @param historic as for the completion of a step */
    record ReturnStep(String step, Return why, Historic historic) implements Request {
        public ReturnStep(String step, Return why) {
            this(step, why, Historic.NONE);
        }
    }

    /**
     * @param rubrics  the programme's; the one that is valid on the scoring date counts
     * @param historic as for the completion of a step
     */
    record ScoreModel(
            Scorer by,
            Day on,
            Map<String, Double> points,
            List<Evidence> evidence,
            @Nullable String remarks,
            Rubrics rubrics,
            Historic historic)
            implements Request {

        /** On a day that is known. */
        public ScoreModel(
                Scorer by,
                LocalDate on,
                Map<String, Double> points,
                List<Evidence> evidence,
                @Nullable String remarks,
                Rubrics rubrics) {
            this(by, Day.of(on), points, evidence, remarks, rubrics, Historic.NONE);
        }
    }

    /**
     * @param ineligible why it cannot be graded, or null to conclude with the scores
     * @param rubrics    the programme's, by which the scores were given; names the version where there is none
     * @param historic   the programmes in which less than the day may be known; none where all of it is
     * @param values     how far each goal has come
     */
    record ConcludeEvaluation(
            Day on,
            @Nullable Paper minutes,
            List<Evidence> evidence,
            @Nullable String ineligible,
            Rubrics rubrics,
            Historic historic,
            List<GoalValue> values)
            implements Request {

        /** On a day that is known. */
        public ConcludeEvaluation(
                LocalDate on,
                @Nullable Paper minutes,
                List<Evidence> evidence,
                @Nullable String ineligible,
                Rubrics rubrics) {
            this(Day.of(on), minutes, evidence, ineligible, rubrics, Historic.NONE, List.of());
        }

        /** As it counts in that programme. */
        ConcludeEvaluation counted(String programme) {
            return new ConcludeEvaluation(
                    historic.counted(on, programme),
                    historic.counted(minutes, programme),
                    evidence,
                    ineligible,
                    rubrics,
                    historic,
                    values);
        }
    }

    /**
     * Takes the last conclusion back: the same as returning the step it completed, and possible where there is none.
     *
     * @param historic as for the completion of a step
     */
    record VoidConclusion(Voiding why, Historic historic) implements Request {
        public VoidConclusion(Voiding why) {
            this(why, Historic.NONE);
        }
    }
}
