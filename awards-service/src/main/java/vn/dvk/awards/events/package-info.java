/**
 * The language of this service's events: the types it stores, publishes and consumes, each named once and never edited.
 *
 * <p>Stored and published events are different types: what happened is private, and what is told of it is made in
 * {@code published}. What other services tell is read in {@code consumed}.
 */
@NullMarked
package vn.dvk.awards.events;

import org.jspecify.annotations.NullMarked;
