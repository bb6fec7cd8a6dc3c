@NullMarked
package vn.dvk.reporting.domain.goal;

import org.jspecify.annotations.NullMarked;
