/**
 * Whose models and examples they are: persons (cá nhân), households (hộ), named collectives (tập thể).
 *
 * <p>The register is no event stream: it is put right in place, and can be erased. Everything else names a subject by its
 * id only.
 */
@NullMarked
package vn.dvk.registration.domain.subject;

import org.jspecify.annotations.NullMarked;
