/** The test support itself: its specification passes and fails as it should, and its rules bite. */
@NullMarked
package vn.dvk.spec;

import org.jspecify.annotations.NullMarked;
