/**
 * Everything a caller can do, a package each. Here is only what several of them share: the form and papers as JSON, and
 * how a command on a registration is carried out and answered.
 *
 * <p>The slices translate between HTTP and commands and decide nothing; every rule is in {@code domain}.
 */
@NullMarked
package vn.dvk.registration.write;

import org.jspecify.annotations.NullMarked;
