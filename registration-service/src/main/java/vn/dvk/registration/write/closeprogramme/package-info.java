/** Closing a programme (khóa sổ), and opening it again. */
@NullMarked
package vn.dvk.registration.write.closeprogramme;

import org.jspecify.annotations.NullMarked;
