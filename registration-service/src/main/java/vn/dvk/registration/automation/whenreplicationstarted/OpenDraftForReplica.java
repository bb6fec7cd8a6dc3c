package vn.dvk.registration.automation.whenreplicationstarted;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.events.consumed.ReplicationStarted;
import vn.dvk.registration.store.Drafts;

/**
 * Whenever a replication starts that the target wants to register as its own model, a draft for the target unit is
 * opened. The unit completes and submits it like any other; when it is accepted, {@code model-registered} names the
 * replication, and the awards service finds its replica.
 *
 * <p>A draft is no stream and remembers no positions: its id follows from the replication, so that the event coming
 * again finds it, or what has become of it.
 */
@Component
class OpenDraftForReplica implements EventHandler {

    private final String source;
    private final Drafts drafts;

    OpenDraftForReplica(Installation here, Drafts drafts) {
        this.source = here.source(ConsumedTypes.AWARDS);
        this.drafts = drafts;
    }

    @Override
    public Set<String> sources() {
        return Set.of(source);
    }

    @Override
    public Set<String> uses() {
        return Set.of(ConsumedTypes.REPLICATION_STARTED);
    }

    @Override
    public Set<String> ignores() {
        return Set.of(ConsumedTypes.ignoredBut(ConsumedTypes.REPLICATION_STARTED));
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        return events.stream().map(this::handle).toList();
    }

    private HandlingResult handle(IncomingEvent event) {
        if (!event.type().equals(ConsumedTypes.REPLICATION_STARTED)) {
            return new HandlingResult.Ignored();
        }
        var started = event.as(ReplicationStarted.class);
        if (!started.ownModel() || started.again()) {
            return new HandlingResult.Ignored();
        }
        return drafts.open(draftOf(event), Drafts.Begun.with(started.toForm())) instanceof Outcome.Stored<Registration>
                ? new HandlingResult.Applied()
                : new HandlingResult.Duplicate();
    }

    /** There is nothing to remember: each event stands for itself. */
    @Override
    public void skip(IncomingEvent event) {}

    /** One draft per replication, however often the event comes. */
    static String draftOf(IncomingEvent event) {
        return DeterministicId.of("replica", event.subject());
    }
}
