package vn.dvk.kit.intake;

/** What became of one event. */
public sealed interface HandlingResult {

    /** It changed a document, and its position is remembered there. */
    record Applied() implements HandlingResult {}

    /** Seen before; nothing changed. */
    record Duplicate() implements HandlingResult {}

    /** Of a type that this reader has decided not to use. */
    record Ignored() implements HandlingResult {}

    /** Its predecessor is missing; it is held until that one comes. */
    record Gap(long expected) implements HandlingResult {}

    /** Something of another stream has to be here first; it is tried again by itself. */
    record Awaiting(String what) implements HandlingResult {}

    /** It cannot be applied, and waiting does not help; its stream is parked for a person to decide. */
    record Broken(String why) implements HandlingResult {}
}
