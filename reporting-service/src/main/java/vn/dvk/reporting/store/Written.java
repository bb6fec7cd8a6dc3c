package vn.dvk.reporting.store;

import java.util.List;
import vn.dvk.kit.envelope.IncomingEvent;

/** Told by this instance what it has just written, so that what it shows follows at once. */
@FunctionalInterface
public interface Written {
    void tell(List<IncomingEvent> events);
}
