package vn.dvk.awards.automation.replica;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Reactions;
import vn.dvk.kit.intake.Reactions.Next;
import vn.dvk.kit.stream.Streams;

/**
 * Whenever a model is registered that names a replication, that replication notes it as its replica.
 *
 * <p>A registration that names a replication nobody has proposed, or one of another source, is not passed over: it waits
 * for an operator, and the later events of that one model with it.
 */
public final class NoteReplica {

    private static final String REGISTERED = "vn.dvk.registration.model-registered.v1";

    private static final String[] IGNORED = {
        "vn.dvk.registration.registration-submitted.v1",
        "vn.dvk.registration.registration-returned.v1",
        "vn.dvk.registration.model-amended.v1",
        "vn.dvk.registration.model-withdrawn.v1"
    };

    private NoteReplica() {}

    /** Our reading of a registered model: only replicas matter. */
    public record Registered(
            String model,
            LocalDate on,
            @Nullable String replicaOf,
            @Nullable String replication) {}

    public static EventHandler on(Streams<ReplicationCommand, Replication, ReplicationEvent> replications) {
        return new Reactions<>("awards", "/dvk/registration", replications, NoteReplica::replicationOf)
                .opensWith(REGISTERED, event -> {
                    var registered = event.as(Registered.class);
                    return new Next.Command<>(new ReplicationCommand.NoteReplica(
                            registered.model(), registered.replicaOf(), registered.on()));
                })
                .ignoring(IGNORED);
    }

    private static @Nullable String replicationOf(IncomingEvent event) {
        if (!event.type().equals(REGISTERED)) {
            return null;
        }
        try {
            return event.as(Registered.class).replication();
        } catch (JacksonException _) {
            // Whose replica it is cannot be said; that it cannot be read, the dossier says.
            return null;
        }
    }
}
