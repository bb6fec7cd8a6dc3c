/** A service that keeps every rule: what it does by itself. */
@NullMarked
package vn.dvk.spec.planted.sound.automation.whensumstated;

import org.jspecify.annotations.NullMarked;
