/** What is published keeps its contract. */
@NullMarked
package vn.dvk.registration.events.published;

import org.jspecify.annotations.NullMarked;
