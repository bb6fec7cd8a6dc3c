/** When the target of a replication has registered its own model, the replication knows its replica. */
@NullMarked
package vn.dvk.awards.automation.replica;

import org.jspecify.annotations.NullMarked;
