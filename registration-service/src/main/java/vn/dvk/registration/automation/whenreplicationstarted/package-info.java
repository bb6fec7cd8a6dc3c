/** Whenever a replication has started: a draft for the unit that wants to register it as its own model. */
@NullMarked
package vn.dvk.registration.automation.whenreplicationstarted;

import org.jspecify.annotations.NullMarked;
