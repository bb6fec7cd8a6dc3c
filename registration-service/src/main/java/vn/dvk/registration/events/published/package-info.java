/**
 * What this service tells the world: private events become published ones here, with bodies as the event contracts say.
 * Of a person no more is told than name and post.
 */
@NullMarked
package vn.dvk.registration.events.published;

import org.jspecify.annotations.NullMarked;
