/** Stand-ins: the rules know Spring's and the service kit's annotations by their names. */
@NullMarked
package vn.dvk.spec.planted.annotations;

import org.jspecify.annotations.NullMarked;
