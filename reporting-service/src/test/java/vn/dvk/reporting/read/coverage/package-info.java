@NullMarked
package vn.dvk.reporting.read.coverage;

import org.jspecify.annotations.NullMarked;
