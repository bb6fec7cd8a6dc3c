/** A domain that knows the store. */
@NullMarked
package vn.dvk.spec.planted.impure.domain;

import org.jspecify.annotations.NullMarked;
