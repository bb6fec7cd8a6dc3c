/** That the oracle sees what it is there to see, and in the end the faults themselves. */
@NullMarked
package vn.dvk.faults;

import org.jspecify.annotations.NullMarked;
