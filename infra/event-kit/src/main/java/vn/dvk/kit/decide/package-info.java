/**
 * Deciding, and the words around it: what a rule may use, and nothing about how events are stored, sent or received.
 *
 * <p>A {@link vn.dvk.kit.decide.Decider} answers a command with a {@link vn.dvk.kit.decide.Decision}: events, nothing
 * new, or a {@link vn.dvk.kit.decide.Refusal}. It is pure; time and identifiers come in with the command. A leaf: uses
 * {@code java..} only.
 *
 * <p>The kit is layered downward: {@code decide} and {@code envelope} know nothing of the others; {@code relay} sends
 * what is to be published, {@code stream} keeps the history and its outbox, {@code intake} receives other services'
 * events. Nothing in the kit knows what the events are about.
 */
@NullMarked
package vn.dvk.kit.decide;

import org.jspecify.annotations.NullMarked;
