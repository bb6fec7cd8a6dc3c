/** The running service for tests: its real ports, a real broker, a store, and signed tokens. */
@NullMarked
package vn.dvk.registration.running;

import org.jspecify.annotations.NullMarked;
