/** Putting right in place what the register says of a subject. */
@NullMarked
package vn.dvk.registration.write.correctsubject;

import org.jspecify.annotations.NullMarked;
