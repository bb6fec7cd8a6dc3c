package vn.dvk.awards.events;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.StoredEvents;

/** Histories that lie in the store are read as they were written. */
class StoredTypesTest {

    @Test
    void dossiers_are_read_as_they_were_stored() {
        StoredEvents.in("dossiers", StoredTypes.DOSSIER).check();
    }

    @Test
    void movement_awards_are_read_as_they_were_stored() {
        StoredEvents.in("movement_awards", StoredTypes.MOVEMENT).check();
    }

    @Test
    void replications_are_read_as_they_were_stored() {
        StoredEvents.in("replications", StoredTypes.REPLICATION).check();
    }
}
