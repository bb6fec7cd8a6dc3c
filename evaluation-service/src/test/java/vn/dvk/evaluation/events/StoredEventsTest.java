package vn.dvk.evaluation.events;

import org.junit.jupiter.api.Test;
import vn.dvk.spec.StoredEvents;

/** What lies in the store is read for ever. */
class StoredEventsTest {

    @Test
    void processes() {
        StoredEvents.in("processes", StoredTypes.PROCESS).check();
    }

    @Test
    void rubrics() {
        StoredEvents.in("rubrics", StoredTypes.RUBRIC).check();
    }
}
