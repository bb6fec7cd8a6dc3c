/** Adding a term to a vocabulary, changing it and ending it. */
@NullMarked
package vn.dvk.registration.write.describeterm;

import org.jspecify.annotations.NullMarked;
