/** What goes out on the topics, and what comes of what comes in. */
@NullMarked
package vn.dvk.registration.events;

import org.jspecify.annotations.NullMarked;
