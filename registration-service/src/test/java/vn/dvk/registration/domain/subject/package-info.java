/** The rules of the subject register. */
@NullMarked
package vn.dvk.registration.domain.subject;

import org.jspecify.annotations.NullMarked;
