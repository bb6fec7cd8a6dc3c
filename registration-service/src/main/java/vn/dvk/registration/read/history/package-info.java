/** Everything that happened to a registration: who, when, what, why. */
@NullMarked
package vn.dvk.registration.read.history;

import org.jspecify.annotations.NullMarked;
