/**
 * One document per stream: history, current view, inbox and outbox change together in one guarded update.
 *
 * <p>So there is no multi-document transaction to get wrong, and the same code is right on a MongoDB replica set, on a
 * standalone and on the embedded store (ADR 0003). A lost guard is {@link vn.dvk.kit.stream.Outcome.Overtaken
 * overtaken}; where the caller named no version, the command is decided again.
 */
@NullMarked
package vn.dvk.kit.stream;

import org.jspecify.annotations.NullMarked;
