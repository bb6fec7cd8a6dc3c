package vn.dvk.reporting.projection;

import java.util.List;
import vn.dvk.kit.envelope.IncomingEvent;

/** Told by this instance what it has just written, so that what it shows follows at once. */
@FunctionalInterface
public interface WriteListener {
    void tell(List<IncomingEvent> events);
}
