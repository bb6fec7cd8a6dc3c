package vn.dvk.reporting.claims;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.SampleEvent;
import vn.dvk.spec.StoredEvents;

/** What lies in the store is read as it was written, and what is told is what was promised. */
class StoredTypesTest {

    @Test
    void claimsAreReadAsTheyWereStored() {
        StoredEvents.in("claims", StoredTypes.CLAIM).check();
    }

    @Test
    void whatIsPublishedIsWhatTheContractsSay() {
        SampleEvent.CONTRACTS.publisher("reporting").publishesExactly(PublishedTypes.ALL);
    }
}
