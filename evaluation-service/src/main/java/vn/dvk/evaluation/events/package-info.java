/**
 * The names of events: those written to disk, those told to the world, those listened to. A released name is never
 * edited. The bodies of what is published and the readings of what is consumed are one package further down.
 */
@NullMarked
package vn.dvk.evaluation.events;

import org.jspecify.annotations.NullMarked;
