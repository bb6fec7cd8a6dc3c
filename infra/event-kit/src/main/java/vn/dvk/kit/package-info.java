/** Event kit. */
@NullMarked
package vn.dvk.kit;

import org.jspecify.annotations.NullMarked;
