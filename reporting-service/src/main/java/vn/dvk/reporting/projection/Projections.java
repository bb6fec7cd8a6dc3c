package vn.dvk.reporting.projection;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.Documents;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;
import vn.dvk.reporting.domain.organisation.Programme;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.domain.organisation.Unit;
import vn.dvk.reporting.events.ConsumedTypes;

/** What events do to a read store. The three services that tell a model's history write to the same card. */
public final class Projections {

    /** What a document of the directory is about. */
    static final String UNIT = "unit";

    static final String PROGRAMME = "programme";
    static final String TERM = "term";

    /** What was told about it, oldest first: position, when the log had it, and the state. */
    static final String STATES = "states";

    static final String AT = "at";

    private Projections() {}

    /** All that are read, of these installations. */
    static List<String> sources(List<Installation> installations) {
        return Stream.concat(ofDirectory(installations).stream(), ofHistory(installations).stream())
                .toList();
    }

    /** Who describes units, programmes and terms. */
    static Set<String> ofDirectory(List<Installation> installations) {
        return sources(List.of(ConsumedTypes.DIRECTORY), installations);
    }

    /** Who tells what happens. */
    static Set<String> ofHistory(List<Installation> installations) {
        return sources(ConsumedTypes.HISTORY, installations);
    }

    private static Set<String> sources(List<String> services, List<Installation> installations) {
        return installations.stream()
                .flatMap(installation -> services.stream().map(installation::source))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** By source, of all these installations. */
    static Map<String, EventHandler> into(Documents cards, Documents directory, List<Installation> installations) {
        var handlers = new LinkedHashMap<String, EventHandler>();
        for (var projection :
                List.of(directory(ofDirectory(installations), directory), history(ofHistory(installations), cards))) {
            projection.sources().forEach(source -> handlers.put(source, projection));
        }
        return handlers;
    }

    private static Projection directory(Set<String> sources, Documents directory) {
        return new Projection(
                        sources, directory, event -> ConsumedTypes.isIgnored(event.type()) ? null : event.subject())
                .on(ConsumedTypes.UNIT, (document, event) -> keep(document, event, UNIT, Unit.class))
                .on(ConsumedTypes.PROGRAMME, (document, event) -> keep(document, event, PROGRAMME, Programme.class))
                .on(ConsumedTypes.TERM, (document, event) -> keep(document, event, TERM, Term.class))
                .ignoring(ConsumedTypes.ignored(ConsumedTypes.DIRECTORY).toArray(String[]::new))
                .latestWinning();
    }

    /** What is ignored has no card. */
    private static Projection history(Set<String> sources, Documents cards) {
        var projection = new Projection(
                sources, cards, event -> ConsumedTypes.isIgnored(event.type()) ? null : ConsumedTypes.cardOf(event));
        ConsumedTypes.HISTORY.stream()
                .flatMap(service -> ConsumedTypes.of(service).stream())
                .forEach(type -> projection.on(
                        type,
                        switch (type) {
                            case ConsumedTypes.DECISION_ISSUED, ConsumedTypes.DECISION_CORRECTED ->
                                DecisionDocuments::say;
                            case ConsumedTypes.DECISION_REVOKED -> DecisionDocuments::pass;
                            case ConsumedTypes.WIDER_HOLD_PLACED -> WiderHoldDocuments::place;
                            case ConsumedTypes.WIDER_HOLD_RELEASED -> WiderHoldDocuments::release;
                            default -> CardDocuments::append;
                        }));
        return projection.ignoring(ConsumedTypes.HISTORY.stream()
                .flatMap(service -> ConsumedTypes.ignored(service).stream())
                .toArray(String[]::new));
    }

    /** Every event tells the whole state; those before are kept for who asks as known before. */
    private static void keep(Document document, IncomingEvent event, String about, Class<?> reading) {
        event.as(reading);
        var states = new ArrayList<>(document.getList(STATES, Document.class, List.of()));
        states.add(new Document("position", event.position())
                .append(AT, Date.from(event.appended()))
                .append("state", event.as(Document.class)));
        document.append("about", about).append(STATES, states);
    }
}
