/** Tests of the local issuer, over HTTP and started the way {@code main} starts it. */
@NullMarked
package vn.dvk.identity;

import org.jspecify.annotations.NullMarked;
