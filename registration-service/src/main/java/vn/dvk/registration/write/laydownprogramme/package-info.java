/** Laying down a programme's settings. */
@NullMarked
package vn.dvk.registration.write.laydownprogramme;

import org.jspecify.annotations.NullMarked;
