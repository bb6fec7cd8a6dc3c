/** Rules about programmes, told as given, when, then. */
@NullMarked
package vn.dvk.registration.domain.programme;

import org.jspecify.annotations.NullMarked;
