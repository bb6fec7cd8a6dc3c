/**
 * This service's own readings of what other services tell: the few fields used here, and the rest is none of its
 * business. What is declared as read stands with the contracts, and a test compares.
 */
@NullMarked
package vn.dvk.awards.events.consumed;

import org.jspecify.annotations.NullMarked;
