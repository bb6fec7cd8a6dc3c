package vn.dvk.reporting.projection.rebuild;

import java.util.List;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.reporting.projection.Generation;

/** Sees the log's events through into a generation that is being built. */
final class RebuildIntake {

    private final KnownTrouble trouble;
    private final Unsettled unsettled;

    RebuildIntake(Generation generation, KnownTrouble trouble) {
        this.trouble = trouble;
        this.unsettled = new Unsettled(generation, trouble);
    }

    void accept(List<IncomingEvent> batch) {
        unsettled.take(batch);
    }

    /** @throws IllegalStateException if a stream stands still that does not wait in the running service either */
    void mustBeSettled() {
        trouble.lookAgain();
        unsettled.mustBeExplained();
    }
}
