/** The organisation through mergers, splits and moves. */
@NullMarked
package vn.dvk.reporting.directory;

import org.jspecify.annotations.NullMarked;
