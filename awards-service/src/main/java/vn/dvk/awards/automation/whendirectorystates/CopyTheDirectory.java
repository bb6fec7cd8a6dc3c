package vn.dvk.awards.automation.whendirectorystates;

import org.bson.Document;
import vn.dvk.awards.events.consumed.Programme;
import vn.dvk.awards.events.consumed.Term;
import vn.dvk.awards.events.consumed.Unit;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.Words;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;

/** Units, programmes and terms, as stated last. */
public final class CopyTheDirectory {

    private CopyTheDirectory() {}

    public static void unit(Document document, IncomingEvent event) {
        document.put(Directory.UNIT, Json.toDocument(event.as(Unit.class)));
    }

    /** The next request that is checked looks at the vocabularies anew. */
    public static void term(Document document, IncomingEvent event, Words words) {
        document.put(Directory.TERM, Json.toDocument(event.as(Term.class)));
        words.changed();
    }

    public static void programme(Document document, IncomingEvent event) {
        document.put(Directory.PROGRAMME, Json.toDocument(event.as(Programme.class)));
    }
}
