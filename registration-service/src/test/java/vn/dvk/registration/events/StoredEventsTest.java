package vn.dvk.registration.events;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.StoredEvents;

class StoredEventsTest {

    @Test
    void the_structure_as_it_once_was_written_is_still_read() {
        StoredEvents.in("structure", StoredTypes.STRUCTURE).check();
    }

    @Test
    void programmes_as_they_once_were_written_are_still_read() {
        StoredEvents.in("programmes", StoredTypes.PROGRAMME).check();
    }

    @Test
    void registrations_as_they_once_were_written_are_still_read() {
        StoredEvents.in("registrations", StoredTypes.REGISTRATION).check();
    }
}
