/** A subject of the register, and which registrations are its own. */
@NullMarked
package vn.dvk.registration.read.subject;

import org.jspecify.annotations.NullMarked;
