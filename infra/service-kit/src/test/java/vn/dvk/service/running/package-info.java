/** The service kit, seen from outside: a started service, a real broker and store, signed tokens. */
@NullMarked
package vn.dvk.service.running;

import org.jspecify.annotations.NullMarked;
