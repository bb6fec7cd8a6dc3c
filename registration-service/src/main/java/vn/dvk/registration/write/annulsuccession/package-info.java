/** A reorganization never was. */
@NullMarked
package vn.dvk.registration.write.annulsuccession;

import org.jspecify.annotations.NullMarked;
