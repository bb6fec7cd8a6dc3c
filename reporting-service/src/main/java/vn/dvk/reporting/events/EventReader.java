package vn.dvk.reporting.events;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.bson.Document;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Source;
import vn.dvk.reporting.domain.history.CardEvent;
import vn.dvk.reporting.domain.history.EventDimensions;
import vn.dvk.reporting.domain.history.ModelEvent;

/** Another service's event as it is read here. */
public final class EventReader {

    private EventReader() {}

    /** @throws RuntimeException if the body cannot be read as what its type promises */
    public static CardEvent read(IncomingEvent event) {
        return read(event, event.as(Document.class));
    }

    /**
     * @param body the event's own, taken apart
     * @throws RuntimeException if the body cannot be read as what its type promises
     */
    public static CardEvent read(IncomingEvent event, Document body) {
        return new CardEvent(
                event.id(),
                Source.serviceOf(event.source()),
                event.subject(),
                event.position(),
                event.type(),
                event.time().truncatedTo(ChronoUnit.MILLIS), // as it comes back from the store
                event.appended().truncatedTo(ChronoUnit.MILLIS),
                event.actor(),
                event.correlation(),
                dimensions(body),
                event.as(reading(event.type())));
    }

    /** Field by field, which is quicker than a mapper: all events of a card are read whenever the card changes. */
    public static EventDimensions dimensions(Document body) {
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

    public static Class<? extends ModelEvent> reading(String type) {
        return Objects.requireNonNull(ConsumedTypes.modelEvents().get(type), type);
    }
}
