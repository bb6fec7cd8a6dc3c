package vn.dvk.evaluation.automation.whenrecognitiondecided;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.events.ConsumedTypes;
import vn.dvk.evaluation.events.consumed.ModelRecognized;
import vn.dvk.evaluation.events.consumed.RecognitionRefused;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;

/**
 * Recognition or its refusal. A later revocation opens nothing again: that the step was done remains so, and whether
 * the recognition still stands is for awards to say.
 */
@Configuration(proxyBeanMethods = false)
class WhenRecognitionDecided {

    @Bean
    EventHandler awardsEvents(Installation here, Streams<ProcessCommand, ProcessState, ProcessEvent> processes) {
        return new Reactions<>("evaluation", here.source("awards"), processes, WhenRecognitionDecided::modelOf)
                .on(ConsumedTypes.MODEL_RECOGNIZED, event -> recognized(event.as(ModelRecognized.class)))
                .on(ConsumedTypes.RECOGNITION_REFUSED, event -> refused(event.as(RecognitionRefused.class)))
                .ignoring(
                        ConsumedTypes.WIDER_HOLD_PLACED,
                        ConsumedTypes.WIDER_HOLD_RELEASED,
                        ConsumedTypes.SUBMISSION_SENT,
                        ConsumedTypes.SUBMISSION_RETURNED,
                        ConsumedTypes.SUBMISSION_DECIDED,
                        ConsumedTypes.DECISION_ISSUED,
                        ConsumedTypes.DECISION_CORRECTED,
                        ConsumedTypes.DECISION_REVOKED,
                        ConsumedTypes.REFUSAL_CORRECTED,
                        ConsumedTypes.RECOGNITION_REVOKED,
                        ConsumedTypes.AWARD_GRANTED,
                        ConsumedTypes.AWARD_CORRECTED,
                        ConsumedTypes.AWARD_REVOKED,
                        ConsumedTypes.HOLD_PLACED,
                        ConsumedTypes.HOLD_RELEASED,
                        ConsumedTypes.REPLICATION_PROPOSED,
                        ConsumedTypes.REPLICATION_STARTED,
                        ConsumedTypes.MODEL_REPLICATED,
                        ConsumedTypes.REPLICATION_STOPPED);
    }

    private static Next<ProcessCommand> recognized(ModelRecognized event) {
        return decided(event.level(), new Completion(event.on(), event.decision(), List.of(), null, event.precision()));
    }

    private static Next<ProcessCommand> refused(RecognitionRefused event) {
        return decided(event.level(), new Completion(event.on(), null, List.of(), event.reason()));
    }

    private static Next<ProcessCommand> decided(String level, Completion completion) {
        return new Next.Command<>(new ProcessCommand.NoteRecognitionDecision(level, completion));
    }

    /** The streams of decisions, of holds on units and subjects, of replications and of awards for the movement are of no model here. */
    private static @Nullable String modelOf(IncomingEvent event) {
        return switch (event.type()) {
            case ConsumedTypes.SUBMISSION_SENT,
                    ConsumedTypes.SUBMISSION_RETURNED,
                    ConsumedTypes.SUBMISSION_DECIDED,
                    ConsumedTypes.DECISION_ISSUED,
                    ConsumedTypes.DECISION_CORRECTED,
                    ConsumedTypes.DECISION_REVOKED,
                    ConsumedTypes.WIDER_HOLD_PLACED,
                    ConsumedTypes.WIDER_HOLD_RELEASED,
                    ConsumedTypes.REPLICATION_PROPOSED,
                    ConsumedTypes.REPLICATION_STARTED,
                    ConsumedTypes.MODEL_REPLICATED,
                    ConsumedTypes.REPLICATION_STOPPED -> null;
            case ConsumedTypes.AWARD_GRANTED, ConsumedTypes.AWARD_CORRECTED, ConsumedTypes.AWARD_REVOKED ->
                awardedModel(event);
            default -> event.subject();
        };
    }

    private record Award(@Nullable String model) {}

    private static @Nullable String awardedModel(IncomingEvent event) {
        try {
            return event.as(Award.class).model();
        } catch (JacksonException _) {
            // Not said: then its place in its own stream is all that is left to go by.
            return event.subject();
        }
    }
}
