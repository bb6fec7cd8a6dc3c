package vn.dvk.evaluation.read.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Kind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.Subject;
import vn.dvk.evaluation.domain.process.CompletedBy;
import vn.dvk.evaluation.domain.process.Evidence;
import vn.dvk.evaluation.domain.process.ProcessDecider;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.ProcessState.Stage;
import vn.dvk.evaluation.domain.process.ProgressReport;
import vn.dvk.evaluation.domain.process.Return;
import vn.dvk.evaluation.domain.process.Scorer;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.kit.decide.Recorded;

/**
 * How a model's evaluation stands.
 *
 * @param scores by who gave them, in the order self, unit, superior
 */
record Evaluation(
        String model,
        String code,
        String name,
        String programme,
        String unit,
        String field,
        Kind kind,
        Subject subject,
        Stage state,
        long version,
        LocalDate registeredOn,
        List<StepBody> steps,
        List<ReportBody> reports,
        List<InspectionBody> inspections,
        Map<Scorer, ScoreBody> scores,
        @Nullable ConclusionBody conclusion,
        @Nullable Withdrawal withdrawal) {

    /**
     * A step with its four dates: due, done, of its document, recorded.
     *
     * @param expects  what it has to be shown with, by the programme
     * @param returned why it is open again
     */
    record StepBody(
            String code,
            int order,
            String label,
            String actor,
            CompletedBy completedBy,
            List<String> expects,
            @Nullable LocalDate due,
            @Nullable LocalDate done,
            @Nullable Paper document,
            @Nullable Instant recorded,
            @Nullable String by,
            List<Evidence> evidence,
            @Nullable String note,
            boolean late,
            @Nullable Return returned) {}

    record ReportBody(
            LocalDate from,
            LocalDate to,
            LocalDate on,
            String done,
            List<ProgressReport.Result> results,
            @Nullable String difficulties,
            List<Evidence> evidence,
            Instant recorded,
            String by) {}

    record InspectionBody(
            LocalDate on,
            List<String> inspectors,
            String findings,
            List<Evidence> evidence,
            Instant recorded,
            String by) {}

    record ScoreBody(
            String rubric,
            double total,
            String grade,
            Map<String, Double> criteria,
            LocalDate on,
            String by,
            Instant recorded,
            @Nullable String remarks) {}

    record ConclusionBody(
            @Nullable Double total,
            String grade,
            boolean eligible,
            boolean passed,
            @Nullable String reason,
            String rubric,
            LocalDate on,
            @Nullable Paper minutes,
            String by) {}

    /** @param history not empty */
    static Evaluation of(long version, List<Recorded<ProcessEvent>> history) {
        var reading = new Reading();
        history.forEach(reading::read);
        return reading.result(version);
    }

    /** Folds the history for the state, and keeps of the envelopes who recorded what when. */
    private static final class Reading {

        private static final ProcessDecider DECIDER = new ProcessDecider();

        private ProcessState state = DECIDER.initial();
        private final Map<String, Recorded<ProcessEvent>> completed = new HashMap<>();
        private final List<ReportBody> reports = new ArrayList<>();
        private final List<InspectionBody> inspections = new ArrayList<>();
        private final Map<Scorer, ScoreBody> scores = new EnumMap<>(Scorer.class);
        private String concludedBy = "";

        void read(Recorded<ProcessEvent> recorded) {
            state = DECIDER.evolve(state, recorded.event());
            switch (recorded.event()) {
                case ProcessEvent.Opened opened ->
                    opened.steps().all().stream()
                            .filter(step -> !step.open())
                            .forEach(step -> completed.put(step.code(), recorded));
                case ProcessEvent.StepCompleted done -> completed.put(done.step(), recorded);
                case ProcessEvent.StepReturned returned -> completed.remove(returned.step());
                case ProcessEvent.ProgressReported(var report) ->
                    reports.add(new ReportBody(
                            report.from(),
                            report.to(),
                            report.on(),
                            report.done(),
                            report.results(),
                            report.difficulties(),
                            report.evidence(),
                            recorded.at(),
                            recorded.by()));
                case ProcessEvent.Inspected(var inspection) ->
                    inspections.add(new InspectionBody(
                            inspection.on(),
                            inspection.inspectors(),
                            inspection.findings(),
                            inspection.evidence(),
                            recorded.at(),
                            recorded.by()));
                case ProcessEvent.Scored(var by, var score) ->
                    scores.put(
                            by,
                            new ScoreBody(
                                    score.rubric(),
                                    score.total(),
                                    score.grade(),
                                    score.criteria(),
                                    score.on(),
                                    recorded.by(),
                                    recorded.at(),
                                    score.remarks()));
                case ProcessEvent.Concluded _ -> concludedBy = recorded.by();
                case ProcessEvent.Amended _, ProcessEvent.Withdrawn _ -> {}
            }
        }

        Evaluation result(long version) {
            return switch (state) {
                case ProcessState.NotOpened _ -> throw new IllegalStateException("The history is empty");
                case ProcessState.Opened process -> result(version, process);
            };
        }

        private Evaluation result(long version, ProcessState.Opened process) {
            var model = process.model();
            var standing = new LinkedHashMap<Scorer, ScoreBody>(scores);
            standing.keySet().retainAll(process.scores().keySet());
            return new Evaluation(
                    model.id(),
                    model.code(),
                    model.name(),
                    model.programme(),
                    model.unit(),
                    model.field(),
                    model.kind(),
                    model.subject(),
                    process.stage(),
                    version,
                    process.on(),
                    process.steps().all().stream().map(this::body).toList(),
                    reports,
                    inspections,
                    standing,
                    conclusion(process),
                    process.withdrawal());
        }

        private StepBody body(Step step) {
            var how = step.completion();
            var recorded = completed.get(step.code());
            return new StepBody(
                    step.code(),
                    step.order(),
                    step.label(),
                    step.actor(),
                    step.completedBy(),
                    step.evidence(),
                    step.due(),
                    how == null ? null : how.on(),
                    how == null ? null : how.document(),
                    recorded == null ? null : recorded.at(),
                    recorded == null ? null : recorded.by(),
                    how == null ? List.of() : how.evidence(),
                    how == null ? null : how.note(),
                    step.late(),
                    step.returned());
        }

        private @Nullable ConclusionBody conclusion(ProcessState.Opened process) {
            var conclusion = process.conclusion();
            return conclusion == null
                    ? null
                    : new ConclusionBody(
                            conclusion.total(),
                            conclusion.grade(),
                            conclusion.eligible(),
                            conclusion.passed(),
                            conclusion.ineligible(),
                            conclusion.rubric(),
                            conclusion.on(),
                            conclusion.minutes(),
                            concludedBy);
        }
    }
}
