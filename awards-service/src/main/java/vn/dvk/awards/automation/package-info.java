/**
 * What follows by itself from other services' events: a package per event, {@code when…}, each with what it leads to.
 * {@link vn.dvk.awards.automation.EventHandlers} says which events are followed, and how.
 */
@NullMarked
package vn.dvk.awards.automation;

import org.jspecify.annotations.NullMarked;
