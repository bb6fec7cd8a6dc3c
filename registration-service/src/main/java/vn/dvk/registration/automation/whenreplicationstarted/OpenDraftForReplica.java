package vn.dvk.registration.automation.whenreplicationstarted;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.Draft;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.events.consumed.ReplicationStarted;
import vn.dvk.registration.store.RegistrationCodes;

/**
 * Whenever a replication starts that the target wants to register as its own model, a draft for the target unit is
 * opened. The unit completes and submits it like any other; when it is accepted, {@code model-registered} names the
 * replication, and the awards service finds its replica.
 */
@Configuration(proxyBeanMethods = false)
class OpenDraftForReplica {

    @Bean
    EventHandler awardsEvents(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations, RegistrationCodes codes) {
        return new Reactions<>("registration", ConsumedTypes.AWARDS, registrations, OpenDraftForReplica::draftOf)
                .opensWith(ConsumedTypes.REPLICATION_STARTED, event -> {
                    var started = event.as(ReplicationStarted.class);
                    return started.ownModel() && !started.again()
                            ? new Next.Command<>(draft(event, started, codes))
                            : new Next.Nothing<>();
                })
                .ignoring(ConsumedTypes.IGNORED.toArray(String[]::new));
    }

    private static Draft draft(IncomingEvent event, ReplicationStarted started, RegistrationCodes codes) {
        var id = draftOf(event);
        return new Draft(id, codes.forNew(started.programme(), id), started.toForm(), null);
    }

    /** One draft per replication, however often the event comes. */
    static String draftOf(IncomingEvent event) {
        return DeterministicId.of("replica", event.subject());
    }
}
