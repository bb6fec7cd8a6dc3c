package vn.dvk.registration.domain.term;

/** Everything that can happen to a term. */
public sealed interface TermEvent {

    /** By hand: from now on no shipped set changes it. */
    record Described(String vocabulary, String code, Definition definition) implements TermEvent {}

    /**
     * By the shipped set of that number.
     *
     * @param terms how many of the vocabulary it has
     */
    record Shipped(String vocabulary, String code, Definition definition, int set, int terms) implements TermEvent {}

    /** The shipped set of that number has it too; it stays as somebody has said it before. */
    record Included(String vocabulary, String code, int set, int terms) implements TermEvent {}
}
