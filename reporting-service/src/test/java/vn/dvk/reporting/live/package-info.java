/** What open pages are told. */
@NullMarked
package vn.dvk.reporting.live;

import org.jspecify.annotations.NullMarked;
