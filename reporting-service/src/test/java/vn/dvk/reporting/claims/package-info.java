@NullMarked
package vn.dvk.reporting.claims;

import org.jspecify.annotations.NullMarked;
