/** A package that is in no layer. */
@NullMarked
package vn.dvk.spec.planted.misplaced.web;

import org.jspecify.annotations.NullMarked;
