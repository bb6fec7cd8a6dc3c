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
    void progress_reports() {
        StoredEvents.in("progress_reports", StoredTypes.PROGRESS_REPORT).check();
    }

    @Test
    void inspections() {
        StoredEvents.in("inspections", StoredTypes.INSPECTION).check();
    }

    @Test
    void reviews() {
        StoredEvents.in("reviews", StoredTypes.REVIEW).check();
    }

    @Test
    void rubrics() {
        StoredEvents.in("rubrics", StoredTypes.RUBRIC).check();
    }
}
