/** Rules of registration, told as given, when, then; one class per thing that can be asked. */
@NullMarked
package vn.dvk.registration.domain.registration;

import org.jspecify.annotations.NullMarked;
