package vn.dvk.evaluation.events.published;

import org.jspecify.annotations.Nullable;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Step;
import vn.dvk.evaluation.events.PublishedTypes;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/**
 * A process's public life: that it opened, the steps, the result. The single points and what evidence says stay
 * home.
 */
public final class ProcessPublisher {

    private ProcessPublisher() {}

    public static @Nullable Publication publish(ProcessState state, Recorded<ProcessEvent> recorded) {
        return switch (state) {
            case ProcessState.NotOpened _ -> null;
            case ProcessState.Opened process -> publish(process, recorded.event());
        };
    }

    private static @Nullable Publication publish(ProcessState.Opened process, ProcessEvent event) {
        var model = process.model();
        return switch (event) {
            case ProcessEvent.Amended _,
                    ProcessEvent.Withdrawn _,
                    ProcessEvent.EvidenceAttached _,
                    ProcessEvent.StepAwaitsEvidence _,
                    ProcessEvent.DeadlinesMoved _,
                    ProcessEvent.Scored _ -> null;
            case ProcessEvent.Opened opened -> of(process, PublishedTypes.PROCESS_OPENED, ProcessOpened.of(opened));
            case ProcessEvent.StepCompleted(var code, var completion) ->
                of(process, PublishedTypes.STEP_COMPLETED, StepCompleted.of(process, step(process, code), completion));
            case ProcessEvent.StepReturned(var code, var why) ->
                of(
                        process,
                        PublishedTypes.STEP_RETURNED,
                        new StepReturned(
                                Dimensions.of(model, why.on()),
                                code,
                                step(process, code).order(),
                                why.reason(),
                                why.precision()));
            case ProcessEvent.Concluded(var conclusion) ->
                of(process, PublishedTypes.MODEL_EVALUATED, ModelEvaluated.of(model, conclusion));
            case ProcessEvent.ConclusionVoided(var conclusion, var why) ->
                of(
                        process,
                        PublishedTypes.CONCLUSION_VOIDED,
                        new ConclusionVoided(
                                Dimensions.of(model, why.on()), conclusion, why.reason(), why.precision()));
        };
    }

    private static Step step(ProcessState.Opened process, String code) {
        return process.steps().find(code).orElseThrow();
    }

    private static Publication of(ProcessState.Opened process, String type, Object body) {
        return new Publication(type, process.model().id(), body);
    }
}
