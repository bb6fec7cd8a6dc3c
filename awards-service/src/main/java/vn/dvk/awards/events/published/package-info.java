/**
 * What the world is told: bodies as the contracts promise them, made from a private event and the state right after
 * it. What was only noted from other services stays home.
 */
@NullMarked
package vn.dvk.awards.events.published;

import org.jspecify.annotations.NullMarked;
