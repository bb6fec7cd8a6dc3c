package vn.dvk.evaluation.automation.closebydecision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import vn.dvk.evaluation.domain.process.Completion;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.messaging.incoming.HeardNames;
import vn.dvk.evaluation.messaging.incoming.ModelRecognized;
import vn.dvk.evaluation.messaging.incoming.RecognitionRefused;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;

/**
 * Recognition or its refusal. A later revocation opens nothing again: that the step was done remains so, and whether
 * the recognition still stands is for awards to say.
 */
@Configuration(proxyBeanMethods = false)
class CloseByDecision {

    private static final String AWARD_GRANTED = "vn.dvk.awards.award-granted.v1";
    private static final String AWARD_REVOKED = "vn.dvk.awards.award-revoked.v1";

    @Bean
    EventHandler awardsEvents(Streams<ProcessCommand, ProcessState, ProcessEvent> processes) {
        return new Reactions<>("evaluation", "/dvk/awards", processes, CloseByDecision::modelOf)
                .on(HeardNames.MODEL_RECOGNIZED, event -> recognized(event.as(ModelRecognized.class)))
                .on(HeardNames.RECOGNITION_REFUSED, event -> refused(event.as(RecognitionRefused.class)))
                .ignoring(
                        "vn.dvk.awards.recognition-revoked.v1",
                        AWARD_GRANTED,
                        AWARD_REVOKED,
                        "vn.dvk.awards.hold-placed.v1",
                        "vn.dvk.awards.hold-released.v1",
                        "vn.dvk.awards.replication-proposed.v1",
                        "vn.dvk.awards.replication-started.v1",
                        "vn.dvk.awards.model-replicated.v1",
                        "vn.dvk.awards.replication-stopped.v1");
    }

    private static Next<ProcessCommand> recognized(ModelRecognized event) {
        return close(new Completion(event.on(), event.decision(), List.of(), null));
    }

    private static Next<ProcessCommand> refused(RecognitionRefused event) {
        return close(new Completion(event.on(), null, List.of(), event.reason()));
    }

    private static Next<ProcessCommand> close(Completion completion) {
        return new Next.Command<>(new ProcessCommand.CloseByDecision(completion));
    }

    /** The streams of replications and of awards for the movement are of no model here. */
    private static @Nullable String modelOf(IncomingEvent event) {
        return switch (event.type()) {
            case "vn.dvk.awards.replication-proposed.v1",
                    "vn.dvk.awards.replication-started.v1",
                    "vn.dvk.awards.model-replicated.v1",
                    "vn.dvk.awards.replication-stopped.v1" -> null;
            case AWARD_GRANTED, AWARD_REVOKED -> awardedModel(event);
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
