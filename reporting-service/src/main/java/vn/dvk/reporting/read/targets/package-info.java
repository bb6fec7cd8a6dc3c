/** Who should register in a programme, and by name who has not. */
@NullMarked
package vn.dvk.reporting.read.targets;

import org.jspecify.annotations.NullMarked;
