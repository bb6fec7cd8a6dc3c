/** A slice that another slice uses. */
@NullMarked
package vn.dvk.spec.planted.namesakes;

import org.jspecify.annotations.NullMarked;
