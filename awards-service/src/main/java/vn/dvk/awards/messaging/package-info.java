/** What this service writes to disk and tells the world: names that are never edited, and bodies as in the contracts. */
@NullMarked
package vn.dvk.awards.messaging;

import org.jspecify.annotations.NullMarked;
