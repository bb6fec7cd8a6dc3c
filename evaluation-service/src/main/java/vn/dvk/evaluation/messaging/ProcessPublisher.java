package vn.dvk.evaluation.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.Kind;
import vn.dvk.evaluation.domain.Paper;
import vn.dvk.evaluation.domain.Subject;
import vn.dvk.evaluation.domain.process.CompletedBy;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.Conclusion;
import vn.dvk.evaluation.domain.process.Model;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessEvent.Amended;
import vn.dvk.evaluation.domain.process.ProcessEvent.Concluded;
import vn.dvk.evaluation.domain.process.ProcessEvent.Inspected;
import vn.dvk.evaluation.domain.process.ProcessEvent.ProgressReported;
import vn.dvk.evaluation.domain.process.ProcessEvent.Scored;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepCompleted;
import vn.dvk.evaluation.domain.process.ProcessEvent.StepReturned;
import vn.dvk.evaluation.domain.process.ProcessEvent.Withdrawn;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/**
 * A process's public life: that it opened, the steps, that there was a report or an inspection, the result. What the
 * reports and inspections say, the single points and the evidence stay home.
 */
public final class ProcessPublisher {

    private ProcessPublisher() {}

    /** The dimensions every body carries. */
    record Dimensions(
            String model,
            String code,
            String name,
            String programme,
            String unit,
            String field,
            Kind kind,
            Subject subject,
            LocalDate on) {

        static Dimensions of(Model model, LocalDate on) {
            return new Dimensions(
                    model.id(),
                    model.code(),
                    model.name(),
                    model.programme(),
                    model.unit(),
                    model.field(),
                    model.kind(),
                    model.subject(),
                    on);
        }
    }

    record OpenedBody(@JsonUnwrapped Dimensions dimensions, List<StepBody> steps) {}

    record StepBody(
            String code,
            int order,
            String label,
            CompletedBy completedBy,
            @Nullable LocalDate due,
            @Nullable LocalDate done) {

        static StepBody of(Step step) {
            var completion = step.completion();
            return new StepBody(
                    step.code(),
                    step.order(),
                    step.label(),
                    step.completedBy(),
                    step.due(),
                    completion == null ? null : completion.on());
        }
    }

    record StepCompletedBody(
            @JsonUnwrapped Dimensions dimensions,
            String step,
            int order,
            @Nullable LocalDate due,
            @Nullable Paper document,
            boolean late,
            boolean last) {}

    record StepReturnedBody(@JsonUnwrapped Dimensions dimensions, String step, int order, String reason) {}

    record ReportedBody(@JsonUnwrapped Dimensions dimensions, LocalDate from, LocalDate to) {}

    record InspectedBody(@JsonUnwrapped Dimensions dimensions) {}

    record EvaluatedBody(
            @JsonUnwrapped Dimensions dimensions,
            String rubric,
            boolean eligible,
            @Nullable Double total,
            String grade,
            boolean passed,
            @Nullable Double self,
            @Nullable Double superior) {}

    public static @Nullable Publication publish(ProcessState state, Recorded<ProcessEvent> recorded) {
        return switch (state) {
            case ProcessState.NotOpened _ -> null;
            case ProcessState.Opened process -> publish(process, recorded.event());
        };
    }

    private static @Nullable Publication publish(ProcessState.Opened process, ProcessEvent event) {
        return switch (event) {
            case Amended _, Withdrawn _, Scored _ -> null;
            case ProcessEvent.Opened(var model, var on, var steps) ->
                of(
                        process,
                        PublishedNames.PROCESS_OPENED,
                        new OpenedBody(
                                Dimensions.of(model, on),
                                steps.all().stream().map(StepBody::of).toList()));
            case StepCompleted(var code, var completion) ->
                of(process, PublishedNames.STEP_COMPLETED, completed(process, code, completion));
            case StepReturned(var code, var why) ->
                of(
                        process,
                        PublishedNames.STEP_RETURNED,
                        new StepReturnedBody(
                                Dimensions.of(process.model(), why.on()),
                                code,
                                step(process, code).order(),
                                why.reason()));
            case ProgressReported(var report) ->
                of(
                        process,
                        PublishedNames.PROGRESS_REPORTED,
                        new ReportedBody(Dimensions.of(process.model(), report.on()), report.from(), report.to()));
            case Inspected(var inspection) ->
                of(
                        process,
                        PublishedNames.MODEL_INSPECTED,
                        new InspectedBody(Dimensions.of(process.model(), inspection.on())));
            case Concluded(var conclusion) ->
                of(process, PublishedNames.MODEL_EVALUATED, evaluated(process, conclusion));
        };
    }

    private static StepCompletedBody completed(ProcessState.Opened process, String code, Completion completion) {
        var step = step(process, code);
        return new StepCompletedBody(
                Dimensions.of(process.model(), completion.on()),
                code,
                step.order(),
                step.due(),
                completion.document(),
                step.late(),
                process.steps().allDone());
    }

    private static EvaluatedBody evaluated(ProcessState.Opened process, Conclusion conclusion) {
        return new EvaluatedBody(
                Dimensions.of(process.model(), conclusion.on()),
                conclusion.rubric(),
                conclusion.eligible(),
                conclusion.total(),
                conclusion.grade(),
                conclusion.passed(),
                conclusion.self(),
                conclusion.superior());
    }

    private static Step step(ProcessState.Opened process, String code) {
        return process.steps().find(code).orElseThrow();
    }

    private static Publication of(ProcessState.Opened process, String type, Object body) {
        return new Publication(type, process.model().id(), body);
    }
}
