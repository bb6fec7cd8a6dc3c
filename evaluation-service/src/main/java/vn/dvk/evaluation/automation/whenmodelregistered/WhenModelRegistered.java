package vn.dvk.evaluation.automation.whenmodelregistered;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.process.Withdrawal;
import vn.dvk.evaluation.events.ConsumedTypes;
import vn.dvk.evaluation.events.consumed.ModelAmended;
import vn.dvk.evaluation.events.consumed.ModelRegistered;
import vn.dvk.evaluation.events.consumed.ModelWithdrawn;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;

/** A model's registration, as far as its process depends on it. */
@Configuration(proxyBeanMethods = false)
class WhenModelRegistered {

    @Bean
    EventHandler registrationEvents(
            Installation here, Streams<ProcessCommand, ProcessState, ProcessEvent> processes, Programmes programmes) {
        return new Reactions<>("evaluation", here.source("registration"), processes, IncomingEvent::subject)
                .opensWith(ConsumedTypes.MODEL_REGISTERED, event -> open(event.as(ModelRegistered.class), programmes))
                .on(ConsumedTypes.MODEL_CORRECTED, event -> amend(event.as(ModelAmended.class)))
                .on(ConsumedTypes.MODEL_CHANGED, event -> amend(event.as(ModelAmended.class)))
                .on(ConsumedTypes.MODEL_TRANSFERRED, event -> amend(event.as(ModelAmended.class)))
                .on(ConsumedTypes.MODEL_VOIDED, event -> withdraw(event.as(ModelWithdrawn.class)))
                .on(ConsumedTypes.MODEL_WITHDRAWN, event -> withdraw(event.as(ModelWithdrawn.class)))
                .ignoring(
                        ConsumedTypes.REGISTRATION_SUBMITTED,
                        ConsumedTypes.REGISTRATION_RETURNED,
                        ConsumedTypes.MODEL_FORWARDED,
                        ConsumedTypes.REGISTRATION_NOT_APPROVED);
    }

    /** The programme comes by another topic, so it may be later than its first models. */
    private static Next<ProcessCommand> open(ModelRegistered registered, Programmes programmes) {
        return programmes
                .find(registered.programme())
                .<Next<ProcessCommand>>map(programme -> new Next.Command<>(
                        new ProcessCommand.Open(registered.toModel(), registered.registration(), programme.steps())))
                .orElseGet(() -> new Next.AwaitFirst<>("programme:" + registered.programme()));
    }

    private static Next<ProcessCommand> amend(ModelAmended amended) {
        return new Next.Command<>(new ProcessCommand.Amend(amended.toModel()));
    }

    private static Next<ProcessCommand> withdraw(ModelWithdrawn withdrawn) {
        return new Next.Command<>(new ProcessCommand.Withdraw(new Withdrawal(withdrawn.on(), withdrawn.reason())));
    }
}
