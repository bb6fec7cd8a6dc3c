package vn.dvk.service.running;

import org.bson.Document;
import vn.dvk.service.sample.SampleService;
import vn.dvk.spec.RunningService;

/** What the sample service has made of the events that it reads. */
final class Arrivals {

    private Arrivals() {}

    /** The positions of a subject's events that were applied, in order; empty before the first. */
    static String of(RunningService service, String subject) {
        var document = service.database()
                .getCollection(SampleService.ARRIVALS)
                .find(new Document("_id", subject))
                .first();
        return document == null ? "" : document.getString("trail");
    }
}
