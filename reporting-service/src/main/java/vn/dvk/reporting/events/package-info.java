/**
 * The other services' events: which types are read, what is read of them, and the topics they come from. The names on
 * the wire are in {@link vn.dvk.reporting.events.ConsumedTypes}, and nowhere else.
 */
@NullMarked
package vn.dvk.reporting.events;

import org.jspecify.annotations.NullMarked;
