package vn.dvk.reporting.claims;

import java.util.Map;
import vn.dvk.kit.stream.EventTypes;
import vn.dvk.reporting.domain.claim.ClaimEvent;

/** The words this service has written to disk. Add a line; never edit one that has been released. */
public final class StoredTypes {

    public static final EventTypes<ClaimEvent> CLAIM =
            EventTypes.of(ClaimEvent.class, Map.of(ClaimEvent.ClaimEntered.class, "claim.entered.v1"));

    private StoredTypes() {}
}
