/** The faults, one class each, numbered as in the platform's list; what is true of all of them is asked by the oracle. */
@NullMarked
package vn.dvk.faults.kind;

import org.jspecify.annotations.NullMarked;
