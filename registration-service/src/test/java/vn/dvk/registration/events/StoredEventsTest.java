package vn.dvk.registration.events;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.StoredEvents;

class StoredEventsTest {

    @Test
    void units_as_they_once_were_written_are_still_read() {
        StoredEvents.in("units", StoredTypes.UNIT).check();
    }

    @Test
    void terms_as_they_once_were_written_are_still_read() {
        StoredEvents.in("terms", StoredTypes.TERM).check();
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
