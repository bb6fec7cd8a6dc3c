package vn.dvk.reporting.events;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
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
        return read(event, event.as(EventDimensions.class));
    }

    /**
     * @param dimensions what its body says of the model
     * @throws RuntimeException if the body cannot be read as what its type promises
     */
    public static CardEvent read(IncomingEvent event, EventDimensions dimensions) {
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
                dimensions,
                event.as(reading(event.type())));
    }

    public static Class<? extends ModelEvent> reading(String type) {
        return Objects.requireNonNull(ConsumedTypes.modelEvents().get(type), type);
    }
}
