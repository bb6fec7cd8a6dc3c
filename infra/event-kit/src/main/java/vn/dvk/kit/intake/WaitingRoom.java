package vn.dvk.kit.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.dvk.kit.envelope.IncomingEvent;

/**
 * Where streams wait that cannot go on: the events as they came, and per stream a small head that says why and when it is
 * looked at again.
 *
 * <p>While a stream waits, its later events wait behind it, so its order is kept and the partition goes on.
 */
public interface WaitingRoom {

    /** Why a stream waits. */
    enum Why {
        /** A position is missing. */
        GAP,
        /** Something of another stream has to come first. */
        AWAITING,
        /** This version of the service does not know a type; tried again when it starts. */
        UNKNOWN_TYPE,
        /** It cannot be applied; a person decides between retry and discard. */
        PARKED
    }

    /**
     * One stream that waits.
     *
     * @param token   never the same twice: whoever has seen it has seen exactly this
     * @param awaits  subject of what is awaited, empty if nothing particular
     * @param events  names of the waiting events, in order of position, see {@link #nameOf}
     * @param nextTry when it is looked at again by itself
     */
    record Head(
            String id,
            String token,
            String stream,
            String topic,
            int partition,
            Why why,
            String reason,
            String awaits,
            Instant since,
            int attempts,
            Instant nextTry,
            List<String> events) {

        Verdict verdict() {
            return new Verdict(why, reason, awaits, nextTry);
        }
    }

    /** What is known of a stream that cannot go on. */
    record Verdict(Why why, String reason, String awaits, Instant nextTry) {}

    /** Events of one stream that have to wait. Why it waits is kept if it waits already. */
    record Held(String stream, List<IncomingEvent> events, Verdict verdict) {}

    /**
     * What is left of a stream after another try.
     *
     * @param done names of the events that are through
     */
    record Settled(Head before, List<String> done, Verdict verdict) {

        boolean isOver() {
            return done.size() == before.events().size();
        }
    }

    /** The waiting event's name: by its position, so that names sort; a second event at the same place has another one. */
    static String nameOf(IncomingEvent event) {
        return "%016d|%s".formatted(event.position(), event.id());
    }

    /** Those of the given streams that wait, by stream. */
    Map<String, Head> of(Collection<String> streams);

    /** Those that still wait, by id. */
    Map<String, Head> find(Collection<String> ids);

    default Optional<Head> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** All that wait, one by one, in no order. */
    void forEach(Consumer<Head> head);

    /** Heads in the order of their ids, to be paged through. */
    List<Head> page(String after, int limit);

    /**
     * The first waiting events of these heads, in order, by the head's id.
     *
     * @param most  events per head
     * @param bytes of bodies in all; heads that no longer fit are left out
     */
    Map<String, List<IncomingEvent>> events(Collection<Head> heads, int most, long bytes);

    /** Adds them, each once; a few calls for any number of streams. */
    Collection<Head> hold(List<Held> held);

    /** @return ids of the heads that were changed by somebody else meanwhile: nothing of them was done, look again */
    Set<String> settle(List<Settled> settled);

    /** Keeps what was given up, with who did it and why. Once, even if asked twice. */
    void keepDiscarded(IncomingEvent event, String by, String why);
}
