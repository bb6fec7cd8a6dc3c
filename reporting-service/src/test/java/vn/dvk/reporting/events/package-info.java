@NullMarked
package vn.dvk.reporting.events;

import org.jspecify.annotations.NullMarked;
