/** Each layer reaches for what it may not have: a command for the driver. */
@NullMarked
package vn.dvk.spec.planted.crossed.write.changesomething;

import org.jspecify.annotations.NullMarked;
