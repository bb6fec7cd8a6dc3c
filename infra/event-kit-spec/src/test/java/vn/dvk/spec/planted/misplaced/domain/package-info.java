/** A layer, beside a package that is in none. */
@NullMarked
package vn.dvk.spec.planted.misplaced.domain;

import org.jspecify.annotations.NullMarked;
