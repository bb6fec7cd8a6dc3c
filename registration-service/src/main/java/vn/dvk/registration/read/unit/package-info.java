/** One unit: its names, superiors and reorganizations, with their days. */
@NullMarked
package vn.dvk.registration.read.unit;

import org.jspecify.annotations.NullMarked;
