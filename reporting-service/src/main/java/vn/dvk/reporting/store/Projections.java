package vn.dvk.reporting.store;

import com.mongodb.client.MongoCollection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.SourcePosition.Reading;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;
import vn.dvk.reporting.card.WireNames;
import vn.dvk.reporting.directory.Programme;
import vn.dvk.reporting.directory.Unit;

/** What events do to a read store. The three sources of a model's life write to the same card. */
public final class Projections {

    public static final String DIRECTORY = "/dvk/directory";

    private static final String UNIT = "vn.dvk.directory.unit.v1";
    private static final String PROGRAMME = "vn.dvk.directory.programme.v1";

    private Projections() {}

    static Map<String, EventHandler> into(MongoCollection<Document> cards, MongoCollection<Document> directory) {
        var handlers = new LinkedHashMap<String, EventHandler>();
        handlers.put(
                DIRECTORY,
                new Projection(DIRECTORY, Reading.LATEST, () -> directory, IncomingEvent::subject)
                        .on(UNIT, (document, event) -> keep(document, event, "unit", Unit.class))
                        .on(PROGRAMME, (document, event) -> keep(document, event, "programme", Programme.class)));
        for (var service : new String[] {"registration", "evaluation", "awards"}) {
            handlers.put("/dvk/" + service, life(service, cards));
        }
        return handlers;
    }

    /** Types of the source that are used; there is none that is not. */
    public static Set<String> uses(String source) {
        return source.equals(DIRECTORY)
                ? Set.of(UNIT, PROGRAMME)
                : WireNames.of(source.substring(source.lastIndexOf('/') + 1));
    }

    /** The record key names the card: the model, or the award where there is no model. */
    private static Projection life(String service, MongoCollection<Document> cards) {
        var projection = new Projection("/dvk/" + service, Reading.GAPLESS, () -> cards, IncomingEvent::key)
                .before(changed -> changed.forEach(CardDocuments::derive));
        WireNames.of(service).forEach(type -> projection.on(type, CardDocuments::append));
        return projection;
    }

    private static void keep(Document document, IncomingEvent event, String about, Class<?> reading) {
        event.as(reading);
        document.append("about", about).append("state", event.as(Document.class));
    }
}
