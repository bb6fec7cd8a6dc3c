package vn.dvk.kit.intake;

import java.util.List;
import java.util.Set;
import vn.dvk.kit.envelope.IncomingEvent;

/**
 * What one service does with the events of one source, or of several that write to the same documents. Several may be for
 * the same source; each sees every event.
 */
public interface EventHandler {

    /** CloudEvents sources it is for, for example {@code /dvk/tinh-mau/registration}. */
    Set<String> sources();

    /** Types it uses. Together with {@link #ignores} all that the sources publish. */
    Set<String> uses();

    /** Types it has decided not to use, by name, so that a new type is noticed instead of skipped. */
    Set<String> ignores();

    /** Whether it uses or ignores the type. */
    default boolean knows(String type) {
        return uses().contains(type) || ignores().contains(type);
    }

    /**
     * Applies them in the given order; one answer per event.
     *
     * @throws RuntimeException for whatever goes wrong; the intake finds out whether that is the store's fault, and if
     *                          not, which event's: it hands over the streams, and then the events, one by one
     */
    List<HandlingResult> handle(List<IncomingEvent> events);

    /**
     * Remembers the event's position without applying it, whatever is missing before it: a person has given it up, and
     * the later ones may go on.
     *
     * @throws NotHereYet if there is no document that could remember it; it can be given up when there is
     */
    void skip(IncomingEvent event);

    /** Whether it will only {@link #skip} the event, because it was given up before: then nothing else matters about it. */
    default boolean passesOver(IncomingEvent event) {
        return false;
    }

    /**
     * Whether every event tells the whole state, so that a newer one makes up for one that cannot be applied: that one is
     * then given up by itself, and kept on record.
     */
    default boolean latestWins() {
        return false;
    }

    /** What an event is for does not exist here yet. */
    final class NotHereYet extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotHereYet(String what) {
            super(what + " is not here yet");
        }
    }
}
