package vn.dvk.registration.automation.replicas;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.Kind;
import vn.dvk.registration.domain.Subject;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationCommand.Draft;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.store.Codes;

/**
 * Whenever a replication starts that the target wants to register as its own model, a draft for the target unit is
 * opened. The unit completes and submits it like any other; when it is accepted, {@code model-registered} names the
 * replication, and the awards service finds its replica.
 */
@Configuration(proxyBeanMethods = false)
class OpenDraftForReplica {

    static final String STARTED = "vn.dvk.awards.replication-started.v1";

    /** Our reading of it: enough to open a draft. */
    record Started(
            String model,
            String programme,
            String name,
            String field,
            Kind kind,
            Subject subject,
            String replication,
            Target target,
            boolean ownModel) {

        record Target(String unit, @Nullable String place) {}
    }

    @Bean
    EventHandler awardsEvents(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations, Codes codes) {
        return new Reactions<>("registration", "/dvk/awards", registrations, OpenDraftForReplica::draftOf)
                .opensWith(STARTED, event -> {
                    var started = event.as(Started.class);
                    return started.ownModel()
                            ? new Next.Command<>(new Draft(
                                    draftOf(event),
                                    codes.take(started.programme(), 1).next(),
                                    form(started),
                                    null))
                            : new Next.Nothing<>();
                })
                .ignoring(
                        "vn.dvk.awards.model-recognized.v1",
                        "vn.dvk.awards.recognition-refused.v1",
                        "vn.dvk.awards.recognition-revoked.v1",
                        "vn.dvk.awards.award-granted.v1",
                        "vn.dvk.awards.award-revoked.v1",
                        "vn.dvk.awards.hold-placed.v1",
                        "vn.dvk.awards.hold-released.v1",
                        "vn.dvk.awards.replication-proposed.v1",
                        "vn.dvk.awards.model-replicated.v1",
                        "vn.dvk.awards.replication-stopped.v1");
    }

    /** One draft per replication, however often the event comes. */
    static String draftOf(IncomingEvent event) {
        return DeterministicId.of("replica", event.subject());
    }

    private static Form form(Started started) {
        return new Form(
                started.programme(),
                started.target().unit(),
                started.name(),
                started.field(),
                started.kind(),
                started.subject(),
                null,
                Form.Origin.REPLICA,
                started.model(),
                started.replication(),
                null,
                started.target().place(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
