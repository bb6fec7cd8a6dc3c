@NullMarked
package vn.dvk.reporting.mirror;

import org.jspecify.annotations.NullMarked;
