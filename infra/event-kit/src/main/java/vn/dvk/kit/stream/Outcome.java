package vn.dvk.kit.stream;

import vn.dvk.kit.decide.Refusal;

/** What became of a command. */
public sealed interface Outcome<S> {

    /** It was accepted and is durable. */
    record Stored<S>(String id, long version, S state) implements Outcome<S> {}

    /** It asked for what is already so, or was carried out before under the same key. */
    record Unchanged<S>(String id, long version, S state) implements Outcome<S> {}

    record Refused<S>(Refusal why) implements Outcome<S> {}

    /** The stream is not at the version the caller named, or others were faster again and again. */
    record Overtaken<S>(long actual) implements Outcome<S> {}

    /**
     * An event from another service whose predecessor is missing.
     *
     * @param expected the position that should come next; 0 if the stream itself is not here yet
     */
    record TooEarly<S>(long expected) implements Outcome<S> {}

    /** An event from another service at a place where another event has been seen. */
    record Forked<S>(long position) implements Outcome<S> {}
}
