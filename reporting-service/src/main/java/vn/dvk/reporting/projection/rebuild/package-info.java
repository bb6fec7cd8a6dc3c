/**
 * The read store anew from the log, beside the one that is read, then one switch. Reads never stop, and nothing that
 * comes in meanwhile is missed. Start at {@link vn.dvk.reporting.projection.rebuild.Rebuilding}.
 */
@NullMarked
package vn.dvk.reporting.projection.rebuild;

import org.jspecify.annotations.NullMarked;
