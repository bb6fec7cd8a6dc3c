/** Each layer reaches for what it may not have: the domain for the driver. */
@NullMarked
package vn.dvk.spec.planted.crossed.domain;

import org.jspecify.annotations.NullMarked;
