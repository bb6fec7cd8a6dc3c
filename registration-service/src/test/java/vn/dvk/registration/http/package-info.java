/** Every endpoint as a caller sees it: what is carried out, what is refused and how, and what comes of asking twice. */
@NullMarked
package vn.dvk.registration.http;

import org.jspecify.annotations.NullMarked;
