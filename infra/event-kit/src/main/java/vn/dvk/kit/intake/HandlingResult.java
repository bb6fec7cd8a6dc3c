package vn.dvk.kit.intake;

import com.mongodb.MongoException;
import vn.dvk.kit.store.StoreErrors;
import vn.dvk.kit.stream.EventTypes.WrittenByANewerVersion;

/** What became of one event. */
public sealed interface HandlingResult {

    /** Characters of a failure's message that are kept; servers repeat whole documents in theirs. */
    int LONGEST = 500;

    /** It changed a document, and its position is remembered there. */
    record Applied() implements HandlingResult {}

    /** Seen before; nothing changed. */
    record Duplicate() implements HandlingResult {}

    /** Of a type that this reader has decided not to use. */
    record Ignored() implements HandlingResult {}

    /** Its predecessor is missing; it is held until that one comes. */
    record Gap(long expected) implements HandlingResult {}

    /**
     * Something of another stream has to be here first; it is tried again by itself.
     *
     * @param what the awaited stream's subject, or a few words
     */
    record Awaiting(String what) implements HandlingResult {}

    /** This version does not know its type, or the document it is for; a newer one will. */
    record Unknown(String what) implements HandlingResult {}

    /** It cannot be applied, and waiting does not help; its stream is parked for a person to decide. */
    record Broken(String why) implements HandlingResult {

        static Broken fork(long position) {
            return new Broken(
                    "another event has been seen at position %d: the source was restored, or somebody else writes"
                            .formatted(position));
        }
    }

    /** What a failure that is not the store's says about the event it came with. */
    static HandlingResult of(RuntimeException failure) {
        if (failure instanceof WrittenByANewerVersion) {
            return new Unknown(String.valueOf(failure.getMessage()));
        }
        var said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        var reason = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
        return failure instanceof MongoException store && !StoreErrors.isAboutWhatWasWritten(store)
                ? new Awaiting("the store, which says: " + reason)
                : new Broken(reason);
    }

    /** Nothing more to do with it: its offset may be committed, and the later ones of its stream may come. */
    default boolean isSettled() {
        return switch (this) {
            case Applied _, Duplicate _, Ignored _ -> true;
            case Gap _, Awaiting _, Unknown _, Broken _ -> false;
        };
    }

    /** What is to be said of an event that was settled at one handler, and then handled by another. */
    default HandlingResult and(HandlingResult second) {
        return !second.isSettled() || second instanceof Applied || this instanceof Ignored ? second : this;
    }
}
