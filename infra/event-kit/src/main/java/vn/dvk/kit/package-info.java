/**
 * Deciding, and the words around it: what a rule may use, and nothing about how events are stored, sent or received.
 *
 * <p>A {@link vn.dvk.kit.Decider} answers a command with a {@link vn.dvk.kit.Decision}: events, nothing new, or a
 * {@link vn.dvk.kit.Refusal}. It is pure; time and identifiers come in with the command. The packages beside this one
 * do the rest: {@code stream} keeps the history and its outbox, {@code relay} sends what is to be published,
 * {@code intake} receives other services' events.
 *
 * <p>Start reading at {@link vn.dvk.kit.Decider}, then {@link vn.dvk.kit.stream.Streams}, {@link
 * vn.dvk.kit.relay.Relay}, {@link vn.dvk.kit.intake.Intake}. Nothing here knows what the events are about.
 */
@NullMarked
package vn.dvk.kit;

import org.jspecify.annotations.NullMarked;
