package vn.dvk.kit.stream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Decider;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;

/**
 * One kind of stream: where it is kept, which rules hold, what of it is published.
 *
 * @param collection the MongoDB collection
 * @param source     CloudEvents source of what is published, for example {@code /dvk/tinh-mau/registration}
 * @param topic      the one topic this kind publishes to
 * @param subject    prefix of the published subject, empty where the stream's id is the subject
 * @param view       current state, flat, for queries; kept beside the history in the same update
 * @param publisher  private event to published events
 * @param naming     ids of events that follow from what they are about
 */
public record StreamKind<C, S, E>(
        String collection,
        String source,
        String topic,
        String subject,
        Decider<C, S, E> decider,
        EventTypes<E> types,
        View<S> view,
        Publisher<S, E> publisher,
        Naming<E> naming) {

    /** Every event has an id of its own. */
    public StreamKind(
            String collection,
            String source,
            String topic,
            String subject,
            Decider<C, S, E> decider,
            EventTypes<E> types,
            View<S> view,
            Publisher<S, E> publisher) {
        this(collection, source, topic, subject, decider, types, view, publisher, (_, _) -> null);
    }

    /** What happens by itself is named by what it follows from, so that it is the same event wherever it is told. */
    @FunctionalInterface
    public interface Naming<E> {
        /** @return null for any id */
        @Nullable
        String idOf(String stream, E event);
    }

    /** The fields that lists and searches look at. */
    @FunctionalInterface
    public interface View<S> {
        Map<String, ?> of(S state);
    }

    /**
     * Private events and published events are different types: one yields none, one, or, while two versions live side by
     * side, several of the other.
     */
    @FunctionalInterface
    public interface Publisher<S, E> {
        /** @param state the state right after the event */
        List<Publication> publish(S state, Recorded<E> event);
    }

    /** The usual publisher: none or one. */
    @FunctionalInterface
    public interface AtMostOne<S, E> {
        @Nullable
        Publication publish(S state, Recorded<E> event);

        static <S, E> Publisher<S, E> of(AtMostOne<S, E> publisher) {
            return (state, event) -> {
                var publication = publisher.publish(state, event);
                return publication == null ? List.of() : List.of(publication);
            };
        }
    }
}
