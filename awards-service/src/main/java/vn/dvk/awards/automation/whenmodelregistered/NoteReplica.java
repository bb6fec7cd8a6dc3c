package vn.dvk.awards.automation.whenmodelregistered;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.events.ConsumedTypes;
import vn.dvk.awards.events.consumed.ReplicaRegistration;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Reactions.Next;

/**
 * The replication that a registration names notes the model as its replica.
 *
 * <p>A registration that names a replication nobody has proposed, or one of another source, is not passed over: it waits
 * for an operator, and the later events of that one model with it.
 */
public final class NoteReplica {

    private NoteReplica() {}

    public static Next<ReplicationCommand> on(IncomingEvent event) {
        var registration = event.as(ReplicaRegistration.class);
        return new Next.Command<>(
                new ReplicationCommand.NoteReplica(registration.model(), registration.replicaOf(), registration.on()));
    }

    /** @return the replication the event is for, or null if it is for none */
    public static @Nullable String replicationOf(IncomingEvent event) {
        if (!event.type().equals(ConsumedTypes.MODEL_REGISTERED)) {
            return null;
        }
        try {
            return event.as(ReplicaRegistration.class).replication();
        } catch (JacksonException _) {
            // Whose replica it is cannot be said; that it cannot be read, the dossier says.
            return null;
        }
    }
}
