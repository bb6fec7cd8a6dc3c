@NullMarked
package vn.dvk.reporting.domain.claim;

import org.jspecify.annotations.NullMarked;
