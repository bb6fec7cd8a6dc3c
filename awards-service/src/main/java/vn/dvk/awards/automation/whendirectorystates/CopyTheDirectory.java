package vn.dvk.awards.automation.whendirectorystates;

import org.bson.Document;
import vn.dvk.awards.events.consumed.Programme;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.awards.store.Directory;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;

/** Units and programmes, as stated last. */
public final class CopyTheDirectory {

    private CopyTheDirectory() {}

    public static void unit(Document document, IncomingEvent event) {
        document.put(Directory.UNIT, Json.toDocument(event.as(Unit.class)));
    }

    public static void programme(Document document, IncomingEvent event) {
        document.put(Directory.PROGRAMME, Json.toDocument(event.as(Programme.class)));
    }
}
