@NullMarked
package vn.dvk.registration.domain.term;

import org.jspecify.annotations.NullMarked;
