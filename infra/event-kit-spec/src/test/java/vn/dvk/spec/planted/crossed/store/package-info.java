/** Each layer reaches for what it may not have: the store for HTTP. */
@NullMarked
package vn.dvk.spec.planted.crossed.store;

import org.jspecify.annotations.NullMarked;
