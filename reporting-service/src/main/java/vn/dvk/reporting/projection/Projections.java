package vn.dvk.reporting.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.intake.Documents;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.events.ConsumedTypes;

/** What events do to a read store. The three sources of a model's history write to the same card. */
public final class Projections {

    /** What a document of the directory is about. */
    static final String UNIT = "unit";

    static final String PROGRAMME = "programme";
    static final String TERM = "term";

    private Projections() {}

    static Map<String, EventHandler> into(Documents cards, Documents directory) {
        var handlers = new LinkedHashMap<String, EventHandler>();
        handlers.put(
                ConsumedTypes.DIRECTORY,
                new Projection(
                                ConsumedTypes.DIRECTORY,
                                directory,
                                event -> ConsumedTypes.isIgnored(event.type()) ? null : event.subject())
                        .on(ConsumedTypes.UNIT, (document, event) -> keep(document, event, UNIT, Unit.class))
                        .on(
                                ConsumedTypes.PROGRAMME,
                                (document, event) -> keep(document, event, PROGRAMME, Programme.class))
                        .on(ConsumedTypes.TERM, (document, event) -> keep(document, event, TERM, Term.class))
                        .ignoring(ConsumedTypes.ignored(ConsumedTypes.DIRECTORY).toArray(String[]::new))
                        .latestWinning());
        ConsumedTypes.HISTORY.forEach(source -> handlers.put(source, history(source, cards)));
        return handlers;
    }

    /** What is ignored has no card. */
    private static Projection history(String source, Documents cards) {
        var ignored = ConsumedTypes.ignored(source);
        var projection = new Projection(
                        source, cards, event -> ignored.contains(event.type()) ? null : ConsumedTypes.cardOf(event))
                .ignoring(ignored.toArray(String[]::new));
        ConsumedTypes.of(source)
                .forEach(type -> projection.on(
                        type,
                        switch (type) {
                            case ConsumedTypes.DECISION_ISSUED, ConsumedTypes.DECISION_CORRECTED ->
                                DecisionDocuments::say;
                            case ConsumedTypes.DECISION_REVOKED -> DecisionDocuments::pass;
                            default -> CardDocuments::append;
                        }));
        return projection;
    }

    private static void keep(Document document, IncomingEvent event, String about, Class<?> reading) {
        event.as(reading);
        document.append("about", about).append("state", event.as(Document.class));
    }
}
