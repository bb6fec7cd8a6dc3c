/** Each layer reaches for what it may not have: what happens by itself for HTTP. */
@NullMarked
package vn.dvk.spec.planted.crossed.automation.whensomething;

import org.jspecify.annotations.NullMarked;
