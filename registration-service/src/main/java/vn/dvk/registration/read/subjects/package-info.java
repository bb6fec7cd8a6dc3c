/** The subject register, by name, type and unit. */
@NullMarked
package vn.dvk.registration.read.subjects;

import org.jspecify.annotations.NullMarked;
