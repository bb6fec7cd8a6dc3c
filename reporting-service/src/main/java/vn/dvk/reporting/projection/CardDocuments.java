package vn.dvk.reporting.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.envelope.Source;
import vn.dvk.reporting.domain.fact.Dimension;
import vn.dvk.reporting.domain.fact.Fact;
import vn.dvk.reporting.domain.fact.Facts;
import vn.dvk.reporting.domain.fact.Measure;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.history.EventDimensions;
import vn.dvk.reporting.domain.history.EventHistory;
import vn.dvk.reporting.domain.history.ReplicationSummary;
import vn.dvk.reporting.domain.history.Summary;
import vn.dvk.reporting.events.ConsumedTypes;
import vn.dvk.reporting.events.EventReader;

/**
 * Cards as documents: {@code {_id, rev, seen, events, summary, facts}}; of a replication {@code replication} and {@code
 * source} instead of the summary.
 *
 * <p>The facts stand in the card itself, so they change in the same write as the events they follow from: no crash and no
 * second instance can leave a fact that its card does not have.
 */
public final class CardDocuments {

    static final String EVENTS = "events";
    static final String APPENDED = "appended";
    static final String FACTS = "facts";
    static final String SUMMARY = "summary";
    static final String REPLICATION = "replication";

    /** Of a replication's card: the source model, whose dimensions its facts are counted by. */
    public static final String SOURCE = "source";

    private CardDocuments() {}

    /** @throws RuntimeException if the body cannot be read as what its type promises; nothing has been changed then */
    static void append(Document card, IncomingEvent event) {
        var body = event.as(Document.class);
        var kept = new Read(keep(event, body), EventReader.read(event, dimensions(body)));
        var events = new ArrayList<>(card.getList(EVENTS, Document.class, List.of()));
        events.add(kept);
        card.put(EVENTS, events);
    }

    /** Envelope and body as they came. */
    static Document keep(IncomingEvent event) {
        return keep(event, event.as(Document.class));
    }

    private static Document keep(IncomingEvent event, Document body) {
        return new Document("id", event.id())
                .append("service", Source.serviceOf(event.source()))
                .append("subject", event.subject())
                .append("position", event.position())
                .append("type", event.type())
                .append("time", Date.from(event.time()))
                .append(APPENDED, Date.from(event.appended()))
                .append("actor", event.actor())
                .append("correlation", event.correlation())
                .append("body", body);
    }

    /** Kept and read already, so that it is read once only while it is in memory; stored like any other document. */
    private static final class Read extends Document {

        private static final long serialVersionUID = 1L;

        private final transient CardEvent event;

        Read(Document kept, CardEvent event) {
            super(kept);
            this.event = event;
        }
    }

    static CardEvent event(Document kept) {
        if (kept instanceof Read read) {
            return read.event;
        }
        var type = kept.getString("type");
        var body = kept.get("body", Document.class);
        return new CardEvent(
                kept.getString("id"),
                kept.getString("service"),
                kept.getString("subject"),
                kept.get("position", Number.class).longValue(),
                type,
                kept.getDate("time").toInstant(),
                kept.getDate(APPENDED).toInstant(),
                kept.getString("actor"),
                kept.getString("correlation"),
                dimensions(body),
                Json.fromDocument(body, EventReader.reading(type)));
    }

    /** Field by field, which is quicker than a mapper: all events of a card are read whenever the card changes. */
    private static EventDimensions dimensions(Document body) {
        return new EventDimensions(
                body.getString("model"),
                body.getString("code"),
                body.getString("name"),
                body.getString("programme"),
                body.getString("unit"),
                body.getString("field"),
                body.getString("kind"),
                body.getString("subject"),
                LocalDate.parse(body.getString("on")));
    }

    /** Summary and facts anew from all events, which are put into an order that says nothing of how they came. */
    static void derive(Document card) {
        if (DecisionDocuments.isOne(card) || WiderHoldDocuments.isOne(card)) {
            return;
        }
        var events = new ArrayList<>(card.getList(EVENTS, Document.class, List.of()));
        events.sort(Comparator.<Document, String>comparing(event -> event.getString("service"))
                .thenComparing(event -> event.getString("subject"))
                .thenComparing(event -> event.get("position", Number.class).longValue()));
        card.put(EVENTS, events);
        if (!events.isEmpty()) {
            var history = history(card);
            if (isOfReplication(events.getFirst())) {
                card.put(REPLICATION, Json.toDocument(ReplicationSummary.of(history)));
                putIfKnown(card, SOURCE, sourceOf(history));
            } else {
                card.put(SUMMARY, Json.toDocument(Summary.of(history)));
            }
            card.put(FACTS, Facts.of(history).stream().map(CardDocuments::write).toList());
        }
    }

    private static boolean isOfReplication(Document event) {
        return ConsumedTypes.isOfReplication(event.getString("type"));
    }

    /** Absent for one that is none of ours. */
    private static @Nullable String sourceOf(EventHistory history) {
        return history.events().getLast().event().dimensions().model();
    }

    /** Of a replication's card. */
    public static ReplicationSummary replication(Document card) {
        return Json.fromDocument(card.get(REPLICATION, Document.class), ReplicationSummary.class);
    }

    public static EventHistory history(Document card) {
        return EventHistory.of(card.getList(EVENTS, Document.class, List.of()).stream()
                .map(CardDocuments::event)
                .toList());
    }

    /** Absent if nothing but discarded events has been seen of it. */
    public static @Nullable Summary summary(Document card) {
        var summary = card.get(SUMMARY, Document.class);
        return summary == null ? null : Json.fromDocument(summary, Summary.class);
    }

    public static List<Fact> facts(Document card) {
        return card.getList(FACTS, Document.class, List.of()).stream()
                .map(CardDocuments::readFact)
                .toList();
    }

    /** As it is stored in its card. */
    public static Document write(Fact fact) {
        var document =
                new Document("id", fact.id()).append("measure", fact.measure().code());
        for (var dimension : Dimension.values()) {
            putIfKnown(document, dimension.code(), fact.get(dimension));
        }
        putIfKnown(document, "code", fact.code());
        putIfKnown(document, "name", fact.name());
        putIfKnown(document, "decision", fact.decision());
        putIfKnown(document, "place", fact.place());
        putIfKnown(document, "due", fact.due() == null ? null : fact.due().toString());
        document.append("on", fact.on().toString());
        putIfKnown(
                document,
                "attributed",
                fact.attributed().equals(fact.on()) ? null : fact.attributed().toString());
        putIfKnown(document, "until", fact.until() == null ? null : fact.until().toString());
        putIfKnown(document, "untilKnown", fact.untilKnown() == null ? null : Date.from(fact.untilKnown()));
        document.append("knownFrom", Date.from(fact.knownFrom()));
        putIfKnown(document, "knownTo", fact.knownTo() == null ? null : Date.from(fact.knownTo()));
        return document;
    }

    private static void putIfKnown(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.put(field, value);
        }
    }

    public static Fact readFact(Document document) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var value = document.getString(dimension.code());
            if (value != null) {
                dimensions.put(dimension, value);
            }
        }
        var on = LocalDate.parse(document.getString("on"));
        var attributed = date(document.getString("attributed"));
        return new Fact(
                document.getString("id"),
                measure(document.getString("measure")),
                dimensions,
                document.getString("code"),
                document.getString("name"),
                document.getString("decision"),
                document.getString("place"),
                date(document.getString("due")),
                attributed == null ? on : attributed,
                on,
                date(document.getString("until")),
                instant(document.getDate("untilKnown")),
                document.getDate("knownFrom").toInstant(),
                instant(document.getDate("knownTo")));
    }

    private static Measure measure(String code) {
        return Measure.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : Objects.requireNonNull(date).toInstant();
    }
}
