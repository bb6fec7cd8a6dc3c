/** What has changed in an answer since it was given. */
@NullMarked
package vn.dvk.reporting.read.changes;

import org.jspecify.annotations.NullMarked;
