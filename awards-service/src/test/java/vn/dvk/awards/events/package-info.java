/** What this service has written to disk and told the world, held to what it said before. */
@NullMarked
package vn.dvk.awards.events;

import org.jspecify.annotations.NullMarked;
