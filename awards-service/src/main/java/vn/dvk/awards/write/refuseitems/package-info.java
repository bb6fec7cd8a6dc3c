/** Refusing some of what a submission asks for, with a reason. */
@NullMarked
package vn.dvk.awards.write.refuseitems;

import org.jspecify.annotations.NullMarked;
