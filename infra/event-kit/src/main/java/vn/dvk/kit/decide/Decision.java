package vn.dvk.kit.decide;

import java.util.List;

/** A decider's answer. Refusal is a value, so every caller has to say what it does with one. */
public sealed interface Decision<E> {

    /** @param events what happened; empty when the command asks for what is already so */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(Refusal why) implements Decision<E> {}

    @SafeVarargs
    @SuppressWarnings("varargs") // handed on to a method that only reads it
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /** The command asks for what is already so. */
    static <E> Decision<E> nothingNew() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> refuse(Refusal why) {
        return new Refused<>(why);
    }

    static <E> Decision<E> refuse(Reason reason, Object... arguments) {
        return new Refused<>(Refusal.because(reason, arguments));
    }
}
