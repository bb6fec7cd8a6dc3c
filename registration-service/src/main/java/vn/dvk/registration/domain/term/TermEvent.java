package vn.dvk.registration.domain.term;

/** Everything that can happen to a term. */
public sealed interface TermEvent {

    /** By hand: from now on no shipped set changes it. */
    record Described(String vocabulary, String code, Definition definition) implements TermEvent {}

    /** By the shipped set of that number. */
    record Shipped(String vocabulary, String code, Definition definition, int set) implements TermEvent {}
}
