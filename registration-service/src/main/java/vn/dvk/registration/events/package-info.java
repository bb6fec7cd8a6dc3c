/**
 * The names of events: those this service has written to disk, those it tells the world, and those of others it knows.
 *
 * <p>A name that has been released is never edited. The bodies that go with the names are in {@code published} and
 * {@code consumed}; what is stored is the domain's own events, each with a pinned sample among the tests.
 */
@NullMarked
package vn.dvk.registration.events;

import org.jspecify.annotations.NullMarked;
